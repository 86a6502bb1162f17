"""From checked records to what one build shows: the views, and the stamps of its documents."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from bekwaam.audience.again import Again
from bekwaam.audience.gate import restrict
from bekwaam.audience.gated import Gated
from bekwaam.export.agenda import agenda
from bekwaam.mkdocs_plugin.options import Options, WrongOption, unknown_learner
from bekwaam.mkdocs_plugin.searching import MOST_TOGETHER
from bekwaam.model.audience import Audience
from bekwaam.project import Keep, Loaded, attributed
from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments
from bekwaam.site.check import check_page
from bekwaam.site.learners import Row, overview, row
from bekwaam.site.page import Page
from bekwaam.site.pages import Share, pages_of_school, share_of
from bekwaam.site.press import Press
from bekwaam.site.sheet import MEDIA
from bekwaam.site.team.follow_up import follow_up
from bekwaam.source import digest_of_all
from bekwaam.views.build import build
from bekwaam.views.lazily import Later, Lazily, changed, given
from bekwaam.views.learner import DocumentKind, DocumentLink, LearnerView
from bekwaam.views.school import SchoolView
from bekwaam.views.school_documents import SchoolDocument
from bekwaam.views.stamp import Stamp
from bekwaam.views.stamps import make_stamp
from bekwaam.views.team.task import Task

DueDates = tuple[str, str, Sequence[Task], dt.date, str]
"""As `agenda` takes them: whose they are, of which school, what there is to do, the day and the language."""


@dataclass(frozen=True, kw_only=True)
class Content:
    """What one build shows.

    ``schools`` holds the views by language, the site's own first. ``root`` is the folder of
    records, which pictures and other files come from. ``unprinted`` are the documents that could not be
    made; None where there are none at all. ``elsewhere`` are the stamps of documents of other builds,
    which only a public site tells.
    """

    gated: Gated
    schools: Mapping[str, SchoolView]
    pictures: Pictures
    root: Path
    unprinted: frozenset[str] | None = frozenset()
    stamps: dict[tuple[str, DocumentKind], Stamp] = field(default_factory=dict, repr=False, compare=False)
    """Those that were asked for: one is the same in every language, and on the page that checks it."""
    elsewhere: tuple[Stamp, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Of the files of records in each learner's folder, with what was found in them and what git says."""

    @property
    def school(self) -> SchoolView:
        """The views in the language of the site."""
        return next(iter(self.schools.values()))

    def stamp(self, learner: str, kind: DocumentKind) -> Stamp:
        """What stands on a document of a learner."""
        known = self.stamps.get((learner, kind))
        if known is None:
            known = self.stamps[learner, kind] = make_stamp(self.gated, learner, kind, self.pictures.digest)
        return known

    def documents(self) -> Iterator[tuple[str, DocumentLink]]:
        """Every document of the site, with the key of its learner."""
        for key, learner in self.school.learners.items():
            for document in learner.documents:
                yield key, document

    def school_documents(self) -> Iterator[SchoolDocument]:
        """Every document of the site that is about the school as a whole."""
        for school in self.schools.values():
            yield from given(school.documents) or ()

    def without(self, uris: Collection[str]) -> Content:
        """The same without some documents, and without links to them."""
        schools = {language: _without_documents(one, uris) for language, one in self.schools.items()}
        return replace(self, schools=schools, unprinted=frozenset(uris)) if uris else self

    def logo(self) -> dict[str, Path]:
        """The school's logo, small: its file by its site path; empty where there is none."""
        logo = self.school.logo
        picture = self.pictures.prepare(logo.source) if logo else None
        return {f"{MEDIA}{one.name}": one.path for one in picture.variants[:1]} if picture else {}

    def due_dates(self) -> dict[str, DueDates]:
        """What everybody's agenda is made from, by its site path; empty outside the team."""
        school = self.school
        return {
            one.agenda: (one.name, school.name, one.tasks, school.as_of, school.language)
            for one in (school.team().people if school.team else ())
        }

    def agendas(self) -> Mapping[str, bytes]:
        """Everybody's due dates for their calendar, by site path; each is made when it is asked for."""
        dates = self.due_dates()
        return Lazily(list(dates), lambda path: agenda(*dates[path]))

    @cached_property
    def press(self) -> Press:
        """What prints the pages."""
        school = replace(self.school, papers=tuple(self.school_documents()))
        return Press(school, self.pictures, Attachments(self.root, self.pictures))

    def share(self, key: str, *, followed: bool = True) -> Share:
        """A learner's share of the site; ``followed`` with the page on which the team follows up."""
        learner = self.school.learners[key]
        share = share_of(self.press, learner, self.school.evidence.get(key, ()), followed=followed)
        stamped = dict.fromkeys(document.kind for document in learner.documents)
        checks = (check_page(self.stamp(key, kind), self.school.language) for kind in stamped)
        return replace(share, pages=(*share.pages, *checks))

    def sample(self) -> str | None:
        """A learner whose share has pages of every kind that there are; None where nobody has pages."""
        gated = self.gated
        with_pages = [key for key in self.school.learners if gated.shown[key].pages]
        folders = gated.project.learners
        shows = (
            key
            for key in with_pages
            if any(one.data.date <= gated.as_of for one in folders[key].evidence.values())
        )
        return next(shows, next(iter(with_pages), None))

    @property
    def much_evidence(self) -> bool:
        """Whether there is too much evidence for an index that every page loads."""
        folders = self.gated.project.learners.values()
        return sum(len(folder.evidence) for folder in folders) > MOST_TOGETHER

    def settings(self) -> tuple[object, ...]:
        """What shapes a learner's pages, apart from what came through the gate."""
        documents = self.unprinted and sorted(self.unprinted)
        return self.school.language, tuple(self.schools), documents, self.much_evidence

    def beyond(self, key: str) -> tuple[object, ...]:
        """What a learner's pages tell of others: what there is to do, and whose lists are linked for that."""
        team = self.school.team
        if team is None:
            return ()
        tasks, names = self._tasks.get(key, ()), team().names
        people = dict.fromkeys(one for task in tasks for one in task.who)
        return tasks, [(one, names[one].uri) for one in people if one in names]

    @cached_property
    def _tasks(self) -> Mapping[str, list[Task]]:
        """What there is to do, by learner."""
        found: dict[str, list[Task]] = defaultdict(list)
        for task in self.school.team().tasks if self.school.team is not None else ():
            if task.key is not None:
                found[task.key].append(task)
        return found

    def follow_up(self, key: str) -> Page | None:
        """The page on which the team follows a learner up; None for anybody else."""
        team = self.school.team
        return follow_up(self.press, team(), key) if team is not None else None

    def row(self, key: str) -> Row | None:
        """A learner's row in the overview, without the learner's share."""
        return row(self.press, self.school.learners[key])

    def overview(self, rows: Sequence[Row]) -> Page:
        """The page of all learners."""
        return overview(self.press, rows)

    def pages_of_school(self, rows: Sequence[Row]) -> Iterator[Page]:
        """The other pages, when all shares are made; ``rows`` come from them."""
        return pages_of_school(self.press, rows)

    def checks_elsewhere(self) -> Iterator[Page]:
        """The pages to check documents by that other builds print, where they are not there already."""
        own = (
            {
                self.stamp(key, document.kind).number
                for key, learner in self.school.learners.items()
                for document in learner.documents
            }
            if self.elsewhere
            else set()
        )
        for stamp in self.elsewhere:
            if stamp.number not in own:
                yield check_page(stamp, self.school.language)


def gather(
    loaded: Loaded, options: Options, cache: Path, keep: Keep | None = None, again: Again | None = None
) -> Content:
    """Take out what the audience may not see, and put the rest into the school's languages.

    ``keep`` is that of the load; ``again`` remembers the last reading of a preview.

    Raises:
        WrongOption: where a learner is asked for who is not there.
    """
    learners = loaded.project.learners
    for one in options.learners:
        if one not in learners:
            raise WrongOption(unknown_learner(one, learners))
    loaded = attributed(loaded, cache / "git", keep)
    gated = restrict(
        loaded.project,
        loaded.statuses,
        options.audience,
        options.as_of,
        options.learners,
        loaded.diagnostics,
        loaded.remarks,
        again=again,
    )
    first, *others = loaded.project.school.data.languages
    schools = {first: build(gated, first)}
    if options.pdf:
        schools |= {language: build(gated, language) for language in others}
    else:
        schools[first] = _without_documents(schools[first], None)
    pictures = Pictures(loaded.root, cache / "pictures")
    told = options.pdf and options.audience is Audience.PUBLIC
    return Content(
        gated=gated,
        schools=schools,
        pictures=pictures,
        root=loaded.root,
        unprinted=frozenset() if options.pdf else None,
        elsewhere=tuple(_elsewhere(loaded, options, pictures)) if told else (),
        digests=_digests(loaded),
    )


def _digests(loaded: Loaded) -> dict[str, str]:
    """For each learner, what stands for all that is in their folder; nobody where git gave no answer."""
    return {
        one: digest_of_all([("read", digest), ("checked", loaded.checked[one]), ("said", loaded.said[one])])
        for one, digest in loaded.digests.items()
        if one in loaded.said
    }


def _elsewhere(loaded: Loaded, options: Options, pictures: Pictures) -> Iterator[Stamp]:
    """The stamps of what the school gives to employers and schools, so that paper can be checked.

    Number, digest and date, and only of those who consented to a description; nothing else of
    another audience comes into a public build.
    """
    handed = restrict(loaded.project, loaded.statuses, Audience.HANDOVER, options.as_of, options.learners)
    for key, shown in handed.shown.items():
        if shown.description:
            yield make_stamp(handed, key, DocumentKind.DESCRIPTION, pictures.digest)
            if shown.pages:
                yield make_stamp(handed, key, DocumentKind.PORTFOLIO, pictures.digest)


def _without_documents(school: SchoolView, uris: Collection[str] | None) -> SchoolView:
    """No page may link to a document that is not made; None is all of them."""

    def is_made(uri: str | None) -> bool:
        return uri is not None and uris is not None and uri not in uris

    def without(learner: LearnerView) -> LearnerView:
        return replace(learner, documents=tuple(one for one in learner.documents if is_made(one.uri)))

    def documents() -> tuple[SchoolDocument, ...]:
        return tuple(one for one in given(school.documents) or () if is_made(one.uri))

    learners = changed(school.learners, without)
    return replace(school, learners=learners, documents=None if uris is None else Later(documents))
