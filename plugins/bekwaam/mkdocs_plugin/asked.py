"""What the command passes to the plugin, since MkDocs starts the plugin itself."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field

from bekwaam.mkdocs_plugin.options import Given
from bekwaam.mkdocs_plugin.progress import Progress, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The command's options, and who wants to hear how far a long job is.

    ``keep_going`` publishes the school without the learners whose records have errors; who they
    were is noted in ``left_out``, for the command to end with. ``scheduler`` is the address of a Dask
    cluster that prints the documents; None where this machine does.
    """

    given: Given = field(default_factory=Given)
    keep_going: bool = False
    left_out: list[str] = field(default_factory=list)
    progress: Progress = silent
    scheduler: str | None = None


ASKED: ContextVar[Asked] = ContextVar("ASKED", default=Asked())  # noqa: B039 - frozen
"""Nothing is asked when MkDocs' own command runs."""
