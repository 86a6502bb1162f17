"""What every builder of views needs: the gated project, and one language to say it in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bekwaam.audience import Gated
from bekwaam.model.agreement import Agreement
from bekwaam.model.audience import Audience
from bekwaam.model.media import resolve
from bekwaam.model.person import HeldRole, Person
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.roles import Role
from bekwaam.model.school import Image, School
from bekwaam.model.text import Text
from bekwaam.views.parts import LevelView, Link, PersonView, PhotoView
from bekwaam.views.words import Words


@dataclass(frozen=True)
class Context:
    """A gated project, read in one language."""

    gated: Gated
    language: str

    @property
    def project(self) -> Project:
        """The records that came through the gate."""
        return self.gated.project

    @property
    def school(self) -> School:
        """The school's own record."""
        return self.gated.project.school.data

    @property
    def as_of(self) -> dt.date:
        """The day for which the views are."""
        return self.gated.as_of

    @property
    def for_team(self) -> bool:
        """Whether the team is who reads."""
        return self.gated.audience is Audience.TEAM

    @property
    def is_first_language(self) -> bool:
        """Whether it is the language in which the team works."""
        return self.language == self.school.first_language

    def words(self, text: Text) -> Words:
        """A text in the view's language, or in the school's first where it lacks."""
        return Words(*text.pick_with_language(self.language, self.school.first_language))

    def words_or_none(self, text: Text | None) -> Words | None:
        """The same; None for no text or a blank one."""
        if text is None:
            return None
        return self.words(text) or None

    def all_words(self, texts: Iterable[Text]) -> tuple[Words, ...]:
        """The same for each text."""
        return tuple(map(self.words, texts))

    @cached_property
    def levels(self) -> tuple[LevelView, ...]:
        """The school's scale, lowest first."""
        return tuple(
            LevelView(
                code=level.code,
                label=self.words(level.label),
                description=self.words_or_none(level.description),
                rank=rank,
            )
            for rank, level in enumerate(self.school.levels)
        )

    @cached_property
    def _labels(self) -> Mapping[str, Words]:
        return {level.code: level.label for level in self.levels}

    def level(self, code: str | None) -> Words | None:
        """A level's label."""
        return self._labels.get(code) if code is not None else None

    def rank(self, code: str | None) -> int | None:
        """A level's place on the scale, from 0."""
        return self._ranks.get(code) if code is not None else None

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {level.code: self.school.rank(level.code) for level in self.levels}

    def competence(self, reference: str) -> Link:
        """A competence's title and its place on the framework's page."""
        known = self._competences.get(reference)
        if known is None:
            known = self._competences[reference] = self._competence(reference)
        return known

    @cached_property
    def _competences(self) -> dict[str, Link]:
        """Those that were asked for: a school asks for each some hundreds of times."""
        return {}

    def _competence(self, reference: str) -> Link:
        found = self.project.competence(reference)
        framework, _, code = reference.partition("/")
        return Link(
            title=self.words(found.title) if found else Words(reference),
            uri=f"frameworks/{framework}/#{code}" if found else None,
        )

    def workplace(self, reference: str) -> Link:
        """A workplace's name and page."""
        found = self.project.workplace(reference)
        return Link(
            title=self.words(found[1].name) if found else Words(reference),
            uri=f"workplaces/{reference}/" if found else None,
        )

    def photo(self, record_path: str, image: Image | None) -> PhotoView | None:
        """A picture beside a record, where the file is there."""
        if image is None:
            return None
        source = resolve(record_path, image.file)
        if source not in self.project.media:
            return None
        source = self.project.media[source].path
        return PhotoView(source=source, alt=self.words(image.alt), caption=None)

    def person(self, one: str, role: Role | None, day: dt.date) -> PersonView:
        """Somebody in a role on a day; without ``role`` in the first role they then hold."""
        record = self.project.people.get(one)
        if record is None:
            return PersonView(id=None, name=None, role=role or Role.EXTERNAL, organisation=None)
        place = _held(record.data.roles, role, day)
        known = self._people.get((one, role, place))
        if known is None:
            known = self._people[one, role, place] = self._person(record, role, record.data.roles[place])
        return known

    @cached_property
    def _people(self) -> dict[tuple[str, Role | None, int], PersonView]:
        """Those that were asked for: by role asked for, and by which of theirs fits."""
        return {}

    def _person(self, record: Record[Person], role: Role | None, held: HeldRole) -> PersonView:
        organisation = self.project.organisations.get(held.organisation)
        contact = record.data.contact
        return PersonView(
            id=record.id if self.for_team else None,
            name=self.words(record.data.name) or None,
            role=role or held.role,
            organisation=self.words(organisation.data.name) if organisation else None,
            phone=contact.phone if contact else None,
            email=contact.email if contact else None,
        )

    def assessor(self, folder: LearnerFolder, one: str, day: dt.date) -> PersonView:
        """An assessor in the role that they have for this learner."""
        return self.person(one, role_in(folder, one), day)


def role_in(folder: LearnerFolder, person: str) -> Role | None:
    """Mentor or coach where one of the learner's agreements says so."""
    agreements: list[Agreement] = [record.data for record in folder.agreements.values()]
    if any(person in one.mentors for one in agreements):
        return Role.MENTOR
    if any(person in one.coaches for one in agreements):
        return Role.COACH
    return None


def _held(roles: tuple[HeldRole, ...], role: Role | None, day: dt.date) -> int:
    """Which role fits best: asked for and held on the day, asked for, held on the day, any."""
    fitting = [place for place, held in enumerate(roles) if role is None or held.role is role]
    fitting = fitting or list(range(len(roles)))
    return next((place for place in fitting if roles[place].holds_on(day)), fitting[0])


def number(value: int | float | None) -> str | None:
    """A number as printed, without an empty fraction."""
    return None if value is None else f"{value:g}"


def initials(name: str) -> str:
    """The first letters of the first and the last word, without what stands in brackets."""
    bare = name.split("(")[0].split() or name.split()
    words = [word for word in bare if word[0].isalnum()] or bare
    if not words:
        return ""
    chosen = words[:1] if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0] for word in chosen).upper()
