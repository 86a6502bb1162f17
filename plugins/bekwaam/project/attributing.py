"""What git says of a school's records, laid beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bekwaam import provenance
from bekwaam.project.loaded import Loaded
from bekwaam.records.assembly import with_provenance


def attributed(loaded: Loaded, cache: Path | None = None) -> Loaded:
    """The same, with what git says of each record: who brought a sign-off in, and its last commit.

    Without git, or outside a repository, everything else still works: the remarks say so. What git
    says is kept in ``cache``, so that the same history is not read twice.
    """
    found = provenance.attribute(loaded.root, loaded.project, loaded.broken, cache)
    known = found.records
    media = {
        path: replace(file, commit=known[path].commit) if path in known else file
        for path, file in loaded.project.media.items()
    }
    return replace(loaded, project=with_provenance(loaded.project, known, media), remarks=found.remarks)
