"""The files of a school, taken apart: those of each learner, and those of the school itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bekwaam.diagnostics import Diagnostic
from bekwaam.model.kinds import Kind
from bekwaam.model.project import MediaFile
from bekwaam.project.doubting import is_unsure
from bekwaam.source import SourceFile, Tree, learner_of

Whose = str | None
"""A learner; None for the school itself."""

Listed = Mapping[tuple[Kind, Whose], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What there is of one learner, or of the school: records in the order of their paths, and media.

    ``twins`` are the paths of records that are not read. ``unsure`` says that an error about the files
    themselves hides what mentor and coach proposed.
    """

    whose: Whose
    records: tuple[SourceFile, ...] = ()
    twins: tuple[str, ...] = ()
    media: Mapping[str, MediaFile] = field(default_factory=dict)
    listed: Listed = field(default_factory=dict)
    unsure: bool = False


def divide(tree: Tree, found: Iterable[Diagnostic]) -> tuple[Files, dict[str, Files]]:
    """The school's own files, and each learner's in the order of their ids; `discover` gives both."""
    records: dict[Whose, list[SourceFile]] = defaultdict(list)
    twins: dict[Whose, list[str]] = defaultdict(list)
    media: dict[Whose, dict[str, MediaFile]] = defaultdict(dict)
    ids: dict[Whose, dict[Kind, set[str]]] = defaultdict(lambda: defaultdict(set))
    for file in tree.records:
        records[file.learner].append(file)
        ids[file.learner][file.kind].add(file.id)
    for file in tree.twins:
        twins[file.learner].append(file.path)
        ids[file.learner][file.kind].add(file.id)
    for path, one in tree.media.items():
        media[learner_of(path)][path] = one
    doubts = {learner_of(one.path) for one in found if is_unsure(one)}

    def of(whose: Whose) -> Files:
        return Files(
            whose=whose,
            records=tuple(records[whose]),
            twins=tuple(twins[whose]),
            media=media[whose],
            listed={(kind, whose): frozenset(names) for kind, names in ids[whose].items()},
            unsure=whose in doubts,
        )

    return of(None), {learner: of(learner) for learner in sorted(one for one in ids if one is not None)}
