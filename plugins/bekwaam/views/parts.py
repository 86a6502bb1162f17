"""Small views that many pages and documents share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bekwaam.model.evidence import EvidenceType, Visibility
from bekwaam.model.kinds import Kind
from bekwaam.model.provenance import Trust
from bekwaam.model.roles import Role
from bekwaam.model.status import Reason
from bekwaam.views.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """A step on the school's scale; ``rank`` counts from 0, the lowest."""

    code: str
    label: Words
    description: Words | None
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderView:
    """The signature chart: the level reached, the agreed target, and who said what.

    Numbers are ranks on ``steps`` (0 is the lowest), None where nothing is known.
    """

    steps: tuple[LevelView, ...]
    reached: int | None
    target: int | None
    learner: int | None
    mentor: int | None
    coach: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Somebody who guides, assesses or decides.

    ``name`` is None where this audience may not see it: role and organisation stand in.
    ``phone`` and ``email`` are None outside the team.
    """

    id: str | None
    name: str | None
    role: Role
    organisation: Words | None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoView:
    """A picture to show; ``source`` is the file's path relative to the folder of records."""

    source: str
    alt: Words
    caption: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file to download that is no picture; ``source`` as for pictures."""

    source: str
    alt: Words
    caption: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A title and where it leads, relative to the site's root; ``uri`` None for no page."""

    title: Words
    uri: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustView:
    """How far a sign-off can be believed, and why.

    ``by`` is the name of who brought it in, where that is somebody else; ``commit`` the first
    digits of the commit's id. Both are None outside the team.
    """

    trust: Trust
    by: str | None
    commit: str | None
    note: Reason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """Who signed something off, and when; ``trust`` None where there is only the record's own word."""

    person: PersonView
    date: dt.date
    trust: TrustView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """What changed after the sealing of a record, and since when.

    ``kind`` and ``date`` are those of the sealed record, ``what`` says it in a sentence, ``changed``
    are the pages of what changed beside the record itself.
    """

    kind: Kind
    date: dt.date
    what: Reason
    changed: tuple[Link, ...]
    since: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCard:
    """A piece of evidence as it stands in a gallery or list; ``uri`` None where it has no page."""

    id: str
    uri: str | None
    title: Words
    date: dt.date
    type: EvidenceType
    cover: PhotoView | None
    competences: tuple[Link, ...]
    verified_by: PersonView | None
    visibility: Visibility
    learner: Link
