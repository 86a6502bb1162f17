"""What git says of a school's records, laid beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bekwaam import provenance
from bekwaam.project.keeping import Keep
from bekwaam.project.loaded import Loaded
from bekwaam.records.assembly import with_provenance


def attributed(loaded: Loaded, cache: Path | None = None, keep: Keep | None = None) -> Loaded:
    """The same, with what git says of each record: who brought a sign-off in, and its last commit.

    Without git, or outside a repository, everything else still works: the remarks say so. What git
    says is kept in ``cache``, so that the same history is not read twice; ``keep`` is that of the load, and
    remembers what was said of each learner's records.
    """
    digests: dict[str | None, str] = {None: loaded.digest_of_school}
    digests.update(loaded.digests)
    found = provenance.attribute(loaded.root, loaded.project, loaded.broken, cache, keep, digests)
    known = found.records
    media = {
        path: replace(file, commit=known[path].commit) if path in known else file
        for path, file in loaded.project.media.items()
    }
    return replace(
        loaded,
        project=with_provenance(loaded.project, known, media),
        remarks=found.remarks,
        said={one: digest for one, digest in found.digests.items() if one is not None},
    )
