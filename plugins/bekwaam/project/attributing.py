"""What git says of a school's records, laid beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bekwaam import provenance
from bekwaam.model.project import LearnerFolder
from bekwaam.project.keeping import Keep, Laid
from bekwaam.project.loaded import Loaded
from bekwaam.provenance import Attribution
from bekwaam.records.assembly import folder_with_provenance, with_provenance


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
    laid = keep.laid if keep else None
    media = {
        path: replace(file, commit=known[path].commit) if path in known else file
        for path, file in loaded.project.media.items()
    }
    learners = {one: _lay(folder, found, laid) for one, folder in loaded.project.learners.items()}
    return replace(
        loaded,
        project=with_provenance(loaded.project, known, media, learners),
        remarks=found.remarks,
        said={one: said.digest for one, said in found.said.items() if one is not None},
    )


def _lay(folder: LearnerFolder, found: Attribution, laid: Laid | None) -> LearnerFolder:
    """A learner's folder with what is said of it: the very same as before, where both are."""
    said = found.said.get(folder.id)
    before = laid.get(folder.id) if laid is not None else None
    if before is not None and before[0] is folder and before[1] is said and before[2] == found.nobody:
        return before[3]
    made = folder_with_provenance(folder, found.records)
    if laid is not None and said is not None:
        laid[folder.id] = folder, said, found.nobody, made
    return made
