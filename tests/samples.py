"""A hand-made school, Atelierschool Zuid, as pages and documents see it: every branch has a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from bekwaam.diagnostics import Message, say
from bekwaam.model.agreement import LearningForm
from bekwaam.model.assessment import CriterionValue, Moment, Phase
from bekwaam.model.audience import Audience
from bekwaam.model.evidence import ContextPlace, EvidenceType, Visibility
from bekwaam.model.follow_up import ContactKind, NextStepType, Subject
from bekwaam.model.framework import CompetenceKind, QualificationSystem
from bekwaam.model.kinds import Kind
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.organisation import OrganisationType
from bekwaam.model.plan import BaselineSource, LearningPlace
from bekwaam.model.provenance import Trust
from bekwaam.model.roles import Role
from bekwaam.model.status import Status
from bekwaam.views.lazily import Later
from bekwaam.views.learner import (
    AgreedView,
    AgreementView,
    CompetenceView,
    ContactView,
    CriterionView,
    DocumentKind,
    DocumentLink,
    EvidenceView,
    FeedbackView,
    GoalView,
    LearnerView,
    NextStepView,
    PlacementView,
    PlanView,
    QualificationView,
    RatingUse,
    RatingView,
    ReflectionPart,
    ReflectionView,
    TimelineItem,
    TimelineKind,
)
from bekwaam.views.parts import (
    ChangeView,
    EvidenceCard,
    FileView,
    LadderView,
    LevelView,
    Link,
    PersonView,
    PhotoView,
    SignOff,
    TrustView,
)
from bekwaam.views.school import (
    FrameworkCompetence,
    FrameworkView,
    SchoolView,
    WorkplaceView,
)
from bekwaam.views.stamp import Stamp
from bekwaam.views.words import Words

AS_OF = date(2026, 6, 30)
NOOR = "noor-verhaegen"
YUSUF = "yusuf-demir"
HERON = "blauwe-reiger"
BAKERY_WORKPLACE = "workplaces/de-gist/bakkerij/"


def nl(text: str) -> Words:
    """Dutch words."""
    return Words(text, "nl")


LEVELS = tuple(
    LevelView(code=code, label=nl(label), description=nl(description), rank=rank)
    for rank, (code, label, description) in enumerate(
        (
            ("not_yet", "nog niet", "Je hebt dit nog niet gedaan."),
            ("with_help", "met hulp", "Je doet het samen met iemand die het voordoet."),
            ("supervised", "onder toezicht", "Je doet het zelf; iemand kijkt mee."),
            ("independent", "zelfstandig", "Je doet het alleen, in het gewone werk."),
            ("new_situations", "in nieuwe situaties", "Je past je aan als het werk anders loopt."),
        )
    )
)

JAN = PersonView(
    id="jan-de-smet",
    name="Jan De Smet",
    role=Role.MENTOR,
    organisation=nl("Bakkerij De Gist"),
    phone="+32 9 000 00 01",
    email="jan@degist.example",
)
MARIEKE = PersonView(
    id="marieke-lambrecht",
    name="Marieke Lambrecht",
    role=Role.COACH,
    organisation=nl("Atelierschool Zuid"),
    email="marieke@atelierschool.example",
)
GREET = PersonView(
    id="greet-claes", name="Greet Claes", role=Role.SCHOOL_RESPONSIBLE, organisation=nl("Atelierschool Zuid")
)
UNNAMED_MENTOR = replace(JAN, id=None, name=None, phone=None, email=None)
LEARNER_PERSON = PersonView(id=None, name="Noor Verhaegen", role=Role.LEARNER, organisation=None)

_TRUST = {Role.LEARNER: Trust.DECLARED, Role.MENTOR: Trust.CONTRADICTED, Role.COACH: Trust.AUTHORED}

CHANGE = ChangeView(
    kind=Kind.ASSESSMENT,
    date=date(2026, 6, 12),
    what=say("After the sealing evidence under this assessment was changed, or is no longer there."),
    changed=(Link(title=nl("Tien broden"), uri=None),),
    since=date(2026, 6, 25),
)


def trust(kind: Trust, audience: Audience) -> TrustView | None:
    """How far a sign-off can be believed, as much as an audience may know of it."""
    if audience is Audience.TEAM:
        by = {Trust.DECLARED: "Marieke Lambrecht"}.get(kind)
        return TrustView(trust=kind, by=by, commit="0a1b2c3", note=None)
    if kind in (Trust.SIGNED, Trust.AUTHORED):
        return TrustView(trust=kind, by=None, commit=None, note=None)
    return None


# code, title, description, kind, criteria (code, text, critical)
_BAKERY = (
    (
        "dough",
        "deeg kneden",
        "Je maakt deeg van de juiste temperatuur en stuurt de kneedtijd bij.",
        CompetenceKind.TECHNICAL,
        (
            ("temperature", "meet de temperatuur van het deeg", True),
            ("time", "stuurt de kneedtijd bij", False),
            ("window", "controleert het deeg met de vliesproef", False),
        ),
    ),
    (
        "baking",
        "deeg laten rijzen en bakken",
        "Je ziet wanneer het deeg rijp is en bedient de oven veilig.",
        CompetenceKind.TECHNICAL,
        (
            ("ripe", "beoordeelt de rijpheid", False),
            ("oven", "bedient de oven veilig", True),
        ),
    ),
    (
        "weighing",
        "grondstoffen afwegen",
        "Je weegt binnen de tolerantie en houdt allergenen gescheiden.",
        CompetenceKind.TECHNICAL,
        (
            ("allergens", "houdt allergenen gescheiden", True),
            ("tolerance", "weegt tot op 5 gram juist", False),
        ),
    ),
    (
        "hygiene",
        "de hygiëne bewaken",
        None,
        CompetenceKind.ATTITUDE,
        (("hands", "houdt handen en werkvlak schoon volgens het plan", True),),
    ),
    (
        "shaping",
        "deeg opmaken",
        "Je deelt, bolt en vormt het deeg.",
        CompetenceKind.TECHNICAL,
        (("equal", "maakt stukken van gelijk gewicht", False),),
    ),
    (
        "labelling",
        "producten presenteren en etiketteren",
        None,
        CompetenceKind.TECHNICAL,
        (("label", "vermeldt alle allergenen op het etiket", True),),
    ),
    ("planning", "je werk plannen", None, CompetenceKind.TRANSVERSAL, ()),
    (
        "teamwork",
        "samenwerken in een team",
        "Je spreekt af wie wat doet en vraagt hulp op tijd.",
        CompetenceKind.TRANSVERSAL,
        (),
    ),
)
_TITLES = {code: nl(title) for code, title, *_ in _BAKERY}


def person(which: PersonView, audience: Audience) -> PersonView:
    """Someone as an audience sees them: only the team sees how to reach them."""
    return which if audience is Audience.TEAM else replace(which, phone=None, email=None)


def competence_link(learner: str, code: str) -> Link:
    """A link to a competence on a learner's page."""
    return Link(title=_TITLES[code], uri=f"learners/{learner}/#bakery-{code}")


# -- evidence ------------------------------------------------------------------------------------

# id, date, title, type, competences, cover (file, alt) or None, verified, visibility
_NOOR_EVIDENCE = (
    (
        "2026-05-14-forty-loaves",
        date(2026, 5, 14),
        "Veertig zuurdesembroden, helemaal alleen",
        EvidenceType.WORK_PRODUCT,
        ("dough", "baking"),
        ("media/loaves.webp", "Veertig goudbruine zuurdesembroden op een houten rek"),
        True,
        Visibility.PUBLIC,
    ),
    (
        "2026-04-02-labels",
        date(2026, 4, 2),
        "Etiketten nagekeken",
        EvidenceType.PHOTO,
        ("labelling", "weighing"),
        ("media/labels.webp", "Een hand houdt een etiket naast een lijst met allergenen"),
        True,
        Visibility.PUBLIC,
    ),
    (
        "2026-03-17-oven",
        date(2026, 3, 17),
        "Oven op temperatuur",
        EvidenceType.OBSERVATION,
        ("baking",),
        ("media/oven.webp", "De display van de oven toont 230 graden"),
        True,
        Visibility.HANDOVER,
    ),
    (
        "2026-02-09-warm-dough",
        date(2026, 2, 9),
        "Deeg te warm",
        EvidenceType.LOG,
        ("dough",),
        ("media/thermometer.webp", "Een thermometer in het deeg wijst 29 graden aan"),
        False,
        Visibility.PUBLIC,
    ),
    (
        "2025-12-03-hygiene-test",
        date(2025, 12, 3),
        "Toets over hygiëne en veiligheid",
        EvidenceType.TEST,
        ("hygiene",),
        None,
        True,
        Visibility.PUBLIC,
    ),
    (
        "2025-10-01-first-weighing",
        date(2025, 10, 1),
        "Eerste weegbeurt",
        EvidenceType.PHOTO,
        ("weighing", "hygiene"),
        ("media/scales.webp", "Bloem op een weegschaal, ernaast een kaart met het recept"),
        True,
        Visibility.PUBLIC,
    ),
    (
        "2025-09-20-food-safety",
        date(2025, 9, 20),
        "Attest voedselveiligheid",
        EvidenceType.CERTIFICATE,
        ("hygiene", "teamwork"),
        None,
        True,
        Visibility.TEAM,
    ),
)


def _noor_link() -> Link:
    return Link(title=Words("Noor Verhaegen"), uri=f"learners/{NOOR}/")


def _cards(audience: Audience = Audience.TEAM) -> tuple[EvidenceCard, ...]:
    widths = {Audience.TEAM: Visibility.TEAM, Audience.HANDOVER: Visibility.HANDOVER}
    least = widths.get(audience, Visibility.PUBLIC).width
    return tuple(
        EvidenceCard(
            id=name,
            uri=f"learners/{NOOR}/evidence/{name}/",
            title=nl(title),
            date=day,
            type=kind,
            cover=None if cover is None else PhotoView(source=cover[0], alt=nl(cover[1]), caption=None),
            competences=tuple(competence_link(NOOR, code) for code in codes),
            verified_by=person(JAN, audience) if verified else None,
            visibility=visibility,
            learner=_noor_link(),
        )
        for name, day, title, kind, codes, cover, verified, visibility in _NOOR_EVIDENCE
        if visibility.width >= least
    )


def _reflections() -> tuple[ReflectionView, ...]:
    base = f"learners/{NOOR}/evidence/"
    return (
        ReflectionView(
            evidence=Link(title=nl("Deeg te warm"), uri=f"{base}2026-02-09-warm-dough/"),
            date=date(2026, 2, 9),
            parts=(
                (ReflectionPart.SITUATION, nl("Het was warm in de bakkerij en ik begon **te laat**.")),
                (ReflectionPart.TASK, nl("Ik moest 12 kilo deeg kneden.")),
                (ReflectionPart.ACTION, nl("Samen met Jan heb ik de kneedtijd ingekort.")),
                (ReflectionPart.RESULT, nl("Het deeg werd toch nog goed.")),
                (ReflectionPart.REFLECTION, nl("Ik had het water niet gemeten. Nu meet ik altijd eerst.")),
                (ReflectionPart.TRANSFER, nl("Ook thuis meet ik nu het water.")),
            ),
        ),
        ReflectionView(
            evidence=Link(
                title=nl("Veertig zuurdesembroden, helemaal alleen"), uri=f"{base}2026-05-14-forty-loaves/"
            ),
            date=date(2026, 5, 14),
            parts=(
                (ReflectionPart.RESULT, Words("Everyone in the shop asked who made the bread.", "en")),
                (ReflectionPart.REFLECTION, nl("Ik durf nu zelf te beslissen wanneer het deeg rijp is.")),
            ),
        ),
    )


def evidence_views(audience: Audience = Audience.TEAM) -> tuple[EvidenceView, ...]:
    """Noor's evidence, newest first."""
    cards = _cards(audience)
    reflections = {one.evidence.uri: one for one in _reflections()}
    competences = {one.reference.split("/")[1]: one for one in _noor_competences(audience)}
    views = []
    for place, card in enumerate(cards):
        assert card.uri
        codes = [str(link.uri).rpartition("-")[2] for link in card.competences]
        first = card.id == "2026-05-14-forty-loaves"
        photos: tuple[PhotoView, ...] = ()
        if card.cover is not None:
            photos = (replace(card.cover, caption=nl("Vers uit de oven.") if first else None),)
        if first:
            photos += (
                PhotoView(
                    source="media/crumb.webp", alt=nl("Een doorgesneden brood met open kruim"), caption=None
                ),
            )
        views.append(
            EvidenceView(
                card=card,
                uri=card.uri,
                learner_name="Noor Verhaegen",
                type=card.type,
                place=ContextPlace.WORKPLACE if card.cover else ContextPlace.SCHOOL,
                workplace=Link(title=nl("Bakkerij"), uri=BAKERY_WORKPLACE) if card.cover else None,
                situation=nl("Vrijdagnacht, alleen aan de oven.") if first else None,
                description=nl("Ik maakte **veertig broden**:\n\n- deeg gekneed\n- gerezen\n- gebakken")
                if first
                else None,
                photos=photos,
                files=(
                    FileView(
                        source="media/attest.pdf",
                        alt=nl("Het attest, één bladzijde"),
                        caption=nl("Attest van de opleiding"),
                    ),
                )
                if card.type is EvidenceType.CERTIFICATE
                else (),
                criteria=tuple(
                    (competences[code].title, competences[code].criteria)
                    for code in codes
                    if code in competences and competences[code].criteria
                ),
                verified=(
                    (
                        SignOff(person=card.verified_by, date=card.date),
                        nl("Ik was erbij en heb niets moeten zeggen.") if first else None,
                    ),
                )
                if card.verified_by
                else (),
                reflection=reflections.get(card.uri),
                uses=tuple(
                    RatingUse(competence=competence_link(NOOR, code), rating=rating)
                    for code in codes
                    if code in competences
                    for rating in competences[code].ratings
                )
                if first
                else (),
                questions=(
                    (nl("Waarom rijst het deeg trager in de winter?"), True),
                    (nl("Mag ik ook 's nachts alleen bakken?"), False),
                )
                if first and audience is Audience.TEAM
                else (),
                hours="6" if first else None,
                self_study=card.type is EvidenceType.TEST,
                previous=_neighbour(cards, place + 1),
                following=_neighbour(cards, place - 1),
            )
        )
    return tuple(views)


def _neighbour(cards: tuple[EvidenceCard, ...], place: int) -> Link | None:
    if not 0 <= place < len(cards):
        return None
    return Link(title=cards[place].title, uri=cards[place].uri)


# -- competences ---------------------------------------------------------------------------------


def ladder(
    reached: int | None,
    target: int | None,
    learner: int | None = None,
    mentor: int | None = None,
    coach: int | None = None,
) -> LadderView:
    """A ladder on the school's five levels."""
    return LadderView(
        steps=LEVELS, reached=reached, target=target, learner=learner, mentor=mentor, coach=coach
    )


def competence_view(
    learner: str,
    code: str,
    status: Status,
    marks: LadderView,
    *,
    audience: Audience = Audience.TEAM,
    why: Message | None = None,
    needs_refresh: bool = False,
    overruled: bool = False,
    motivation: Words | None = None,
) -> CompetenceView:
    """One competence of the bakery framework with the given status."""
    _, title, description, kind, criteria = next(row for row in _BAKERY if row[0] == code)
    decided = status in (Status.ACHIEVED, Status.NOT_ACHIEVED, Status.EXEMPT)
    mentor, coach = person(JAN, audience), person(MARIEKE, audience)
    assessed = tuple(
        SignOff(person=who, date=date(2026, 6, 12), trust=trust(_TRUST[who.role], audience))
        for who, rank in ((mentor, marks.mentor), (coach, marks.coach))
        if rank is not None
    )
    ratings = tuple(
        RatingView(
            assessment=f"2026-06-12-{who.role.value}",
            by=SignOff(person=who, date=date(2026, 6, 12), trust=trust(_TRUST[who.role], audience)),
            by_learner=who.role is Role.LEARNER,
            moment=Moment.FORMATIVE if who.role is Role.LEARNER else Moment.SUMMATIVE,
            phase=Phase.DURING,
            level=LEVELS[rank].label,
            comment=nl("Werkt rustig en meet altijd eerst.") if who.role is Role.MENTOR else None,
        )
        for who, rank in ((LEARNER_PERSON, marks.learner), (mentor, marks.mentor), (coach, marks.coach))
        if rank is not None
    )
    values = (CriterionValue.MET, CriterionValue.NOT_SEEN, CriterionValue.NOT_MET)
    started = status not in (Status.NOT_STARTED, Status.EXEMPT)
    return CompetenceView(
        reference=f"bakery/{code}",
        anchor=f"bakery-{code}",
        framework_uri=f"frameworks/bakery/#{code}",
        title=nl(title),
        description=nl(description) if description else None,
        kind=kind,
        status=status,
        level=None if marks.reached is None else LEVELS[marks.reached].label,
        target=None if marks.target is None else LEVELS[marks.target].label,
        due=date(2026, 6, 15) if marks.target is not None else None,
        needs_refresh=needs_refresh,
        changed=(CHANGE,) if needs_refresh and audience is Audience.TEAM else (),
        overruled=overruled,
        why=why or say("The school decided on {date}.", date="2026-06-20"),
        ladder=marks,
        criteria=tuple(
            CriterionView(
                code=short, text=nl(text), critical=critical, value=values[place % 3] if started else None
            )
            for place, (short, text, critical) in enumerate(criteria)
        ),
        evidence=tuple(
            card
            for card in (_cards(audience) if learner == NOOR else ())
            if any(str(link.uri).endswith(f"#bakery-{code}") for link in card.competences)
        ),
        assessed_by=assessed,
        decided_by=SignOff(
            person=person(GREET, audience), date=date(2026, 6, 20), trust=trust(Trust.SIGNED, audience)
        )
        if decided
        else None,
        motivation=motivation,
        ratings=ratings if audience is Audience.TEAM else (),
    )


def _noor_competences(audience: Audience) -> tuple[CompetenceView, ...]:
    make = competence_view
    differ = say("The mentor says {one}, the coach says {other}.", one="onder toezicht", other="zelfstandig")
    return (
        make(NOOR, "dough", Status.ACHIEVED, ladder(3, 3, 3, 3, 3), audience=audience),
        make(NOOR, "baking", Status.ACHIEVED, ladder(4, 3, 3, 4, 4), audience=audience, needs_refresh=True),
        make(
            NOOR,
            "weighing",
            Status.PROPOSED,
            ladder(3, 3, 4, 3, 3),
            audience=audience,
            why=say("Both reach the target."),
        ),
        make(
            NOOR,
            "hygiene",
            Status.NOT_ACHIEVED,
            ladder(2, 3, 3, 3, 3),
            audience=audience,
            overruled=True,
            motivation=nl("De laatste audit was niet in orde."),
        ),
        make(NOOR, "shaping", Status.TO_DISCUSS, ladder(2, 3, 3, 2, 3), audience=audience, why=differ),
        make(
            NOOR,
            "labelling",
            Status.IN_PROGRESS,
            ladder(1, 2, 2, 1),
            audience=audience,
            why=say("Not enough evidence yet."),
        ),
        make(NOOR, "planning", Status.EXEMPT, ladder(None, None), audience=audience),
        make(
            NOOR,
            "teamwork",
            Status.READY,
            ladder(2, 3, 2, 2),
            audience=audience,
            why=say("There is enough evidence."),
        ),
    )


# -- learners ------------------------------------------------------------------------------------


def placement(audience: Audience = Audience.TEAM) -> PlacementView:
    """Noor's year at Bakkerij De Gist."""
    return PlacementView(
        agreement="2025-de-gist",
        form=LearningForm.DUAL,
        workplace=nl("Bakkerij"),
        workplace_uri=BAKERY_WORKPLACE,
        organisation=nl("Bakkerij De Gist"),
        address=nl("Gent"),
        school=nl("Atelierschool Zuid"),
        start=date(2025, 9, 1),
        end=date(2026, 6, 30),
        hours="800",
        mentor=person(JAN, audience),
        coach=person(MARIEKE, audience),
        backups=(replace(person(JAN, audience), id="els-maes", name="Els Maes"),),
    )


def _plan() -> PlanView:
    agreed = (
        AgreedView(role=Role.LEARNER, person=None, date=date(2025, 9, 10)),
        AgreedView(role=Role.MENTOR, person=JAN, date=date(2025, 9, 11)),
        AgreedView(role=Role.COACH, person=MARIEKE, date=date(2025, 9, 12)),
    )
    goals = tuple(
        GoalView(
            competence=competence_link(NOOR, view.reference.split("/")[1]),
            target=view.target,
            baseline=LEVELS[1].label if place % 2 else None,
            baseline_source=BaselineSource.INTAKE if place % 2 else None,
            learned_at=(LearningPlace.WORKPLACE, LearningPlace.SCHOOL)
            if place % 2
            else (LearningPlace.WORKPLACE,),
            due=view.due,
            module=nl("Brood en banket 2") if place == 0 else None,
            proposed_by=Role.LEARNER if place == 1 else None,
            status=view.status,
        )
        for place, view in enumerate(_noor_competences(Audience.TEAM))
        if view.target is not None and view.due is not None
    )
    return PlanView(
        version="2",
        placement=placement(),
        agreement=AgreementView(
            organisation=nl("Vier dagen per week op de werkplek, één dag op school."),
            content=nl("Alle doelen van het plan, te beginnen met deeg kneden."),
            guidance=nl("De trajectbegeleider komt elke zes weken langs."),
            min_visits=3,
            max_interval_days=60,
            evaluation=nl("Mentor en trajectbegeleider beoordelen samen met Noor."),
            signatures=agreed,
            induction_date=date(2025, 9, 1),
            induction_safety=True,
            induction_items=(nl("rondleiding"), nl("oven en nooduitgang")),
        ),
        goals=goals,
        agreed=agreed,
        adjustments=(
            (date(2026, 1, 20), nl("Noor leerde sneller dan gedacht."), nl("Etiketteren toegevoegd.")),
        ),
    )


def _timeline(team: bool) -> tuple[TimelineItem, ...]:
    base = f"learners/{NOOR}/evidence/"
    items = (
        TimelineItem(
            date=date(2026, 9, 1),
            kind=TimelineKind.CONTACT,
            title=None,
            says=say("Visit by the coach"),
            uri=None,
            planned=True,
        ),
        TimelineItem(
            date=date(2026, 6, 20),
            kind=TimelineKind.DECISION,
            title=None,
            says=say("The school decided."),
            uri=None,
            competences=(_TITLES["dough"], _TITLES["baking"]),
        ),
        TimelineItem(
            date=date(2026, 6, 12),
            kind=TimelineKind.ASSESSMENT,
            title=None,
            says=say("Mentor and coach assessed."),
            uri=None,
            competences=(_TITLES["dough"],),
        ),
        TimelineItem(
            date=date(2026, 5, 14),
            kind=TimelineKind.EVIDENCE,
            title=nl("Veertig zuurdesembroden, helemaal alleen"),
            says=say("New evidence"),
            uri=f"{base}2026-05-14-forty-loaves/",
            competences=(_TITLES["dough"], _TITLES["baking"]),
        ),
        TimelineItem(
            date=date(2026, 3, 30),
            kind=TimelineKind.SELF_ASSESSMENT,
            title=None,
            says=say("Noor rated their own work."),
            uri=None,
        ),
        TimelineItem(
            date=date(2026, 3, 17),
            kind=TimelineKind.CONTACT,
            title=None,
            says=say("Visit by the coach"),
            uri=None,
        ),
        TimelineItem(
            date=date(2026, 2, 1),
            kind=TimelineKind.FEEDBACK,
            title=None,
            says=say("Feedback on the workplace"),
            uri=None,
        ),
        TimelineItem(
            date=date(2025, 9, 12),
            kind=TimelineKind.PLAN,
            title=None,
            says=say("The plan was agreed."),
            uri=None,
        ),
        TimelineItem(
            date=date(2025, 9, 1),
            kind=TimelineKind.AGREEMENT,
            title=nl("Bakkerij De Gist"),
            says=say("The placement started."),
            uri=BAKERY_WORKPLACE,
        ),
    )
    hidden = (TimelineKind.CONTACT, TimelineKind.FEEDBACK)
    return items if team else tuple(item for item in items if item.kind not in hidden)


def learner_view(audience: Audience = Audience.TEAM) -> LearnerView:
    """Noor, with everything that the audience may see."""
    team = audience is Audience.TEAM
    cards = _cards(audience)
    competences = _noor_competences(audience)
    return LearnerView(
        key=NOOR,
        uri=f"learners/{NOOR}/",
        name="Noor Verhaegen",
        pseudonymous=False,
        initials="NV",
        photo=PhotoView(
            source="learners/noor-verhaegen/noor.webp",
            alt=nl("Noor lacht, met bloem op haar schort"),
            caption=None,
        ),
        email="noor@leerling.example" if team else None,
        about=nl("Ik bak sinds mijn twaalfde. Het liefst **zuurdesem**."),
        status=LearnerStatus.ACTIVE,
        programme=Link(title=nl("Bakker"), uri="frameworks/bakery/"),
        programme_id="bakery",
        programme_version="2026.1",
        qualification=QualificationView(system=QualificationSystem.VKS, level="3"),
        leads_to=(nl("Bakker"), nl("Specialisatie banket")),
        cohort="2025-2026",
        placements=(placement(audience),),
        competences=competences,
        achieved=sum(one.status is Status.ACHIEVED for one in competences),
        assessments=11,
        featured=cards[:4],
        evidence=cards,
        reflections=_reflections(),
        timeline=_timeline(team),
        next_step=NextStepView(
            type=NextStepType.JOB,
            wish=nl("Ik wil in een kleine bakkerij werken."),
            target=nl("Bakkerij De Gist neemt Noor aan."),
            advice=nl("Volg in het najaar de avondcursus desem."),
            actions=(nl("Cv maken"), nl("Gesprek met Jan op 4 juli")),
            outcome=nl("Noor tekende een contract.") if team else None,
            follow_up=date(2026, 12, 1),
        ),
        documents=(
            DocumentLink(
                kind=DocumentKind.DESCRIPTION,
                language="nl",
                uri=f"learners/{NOOR}/competence-description.nl.pdf",
            ),
            DocumentLink(
                kind=DocumentKind.DESCRIPTION,
                language="en",
                uri=f"learners/{NOOR}/competence-description.en.pdf",
            ),
            DocumentLink(kind=DocumentKind.PORTFOLIO, language="nl", uri=f"learners/{NOOR}/portfolio.nl.pdf"),
        ),
        plan=_plan() if team else None,
        contacts=(
            ContactView(
                date=date(2026, 9, 1),
                kind=ContactKind.VISIT,
                planned=True,
                participants=(MARIEKE,),
                agreements=(),
                notes=(),
            ),
            ContactView(
                date=date(2026, 3, 17),
                kind=ContactKind.VISIT,
                planned=False,
                participants=(LEARNER_PERSON, JAN, MARIEKE),
                agreements=(nl("Noor oefent met etiketten."), nl("Jan maakt tijd op dinsdag.")),
                notes=(nl("Goede sfeer in de ploeg."),),
            ),
        )
        if team
        else (),
        feedback=(
            FeedbackView(
                date=date(2026, 2, 1),
                from_role=Role.LEARNER,
                formal=True,
                about=Subject.WORKPLACE,
                text=nl("Ik mag veel zelf doen."),
                rating=5,
            ),
            FeedbackView(
                date=date(2026, 1, 10),
                from_role=Role.MENTOR,
                formal=False,
                about=Subject.LEARNER,
                text=nl("Vraagt goed uitleg."),
                rating=None,
            ),
        )
        if team
        else (),
        shows_in_progress=False,
        described=True,
    )


def new_learner() -> LearnerView:
    """Yusuf, who starts today: every part is empty."""
    competences = tuple(
        competence_view(
            YUSUF, code, Status.NOT_STARTED, ladder(None, None), why=say("There is no evidence yet.")
        )
        for code in ("dough", "baking", "weighing")
    )
    return replace(
        learner_view(),
        key=YUSUF,
        uri=f"learners/{YUSUF}/",
        name="Yusuf Demir",
        initials="YD",
        photo=None,
        email=None,
        about=None,
        qualification=None,
        leads_to=(),
        placements=(),
        competences=competences,
        achieved=0,
        assessments=0,
        featured=(),
        evidence=(),
        reflections=(),
        timeline=(),
        next_step=None,
        documents=(),
        plan=None,
        contacts=(),
        feedback=(),
        described=False,
    )


def pseudonymous_learner(audience: Audience = Audience.TEAM) -> LearnerView:
    """Someone who may not be named: a pseudonym, no photo, and one competence."""
    return replace(
        new_learner(),
        key=HERON,
        uri=f"learners/{HERON}/",
        name="Blauwe reiger",
        pseudonymous=True,
        initials="BR",
        status=LearnerStatus.COMPLETED,
        cohort="2024-2025",
        about=Words("I like to work with my hands.", "en"),
        placements=(replace(placement(audience), mentor=UNNAMED_MENTOR, backups=(), hours=None),),
        competences=(
            competence_view(HERON, "dough", Status.ACHIEVED, ladder(3, 3, None, 3, 3), audience=audience),
        ),
        achieved=1,
        assessments=2,
        described=True,
        documents=(
            DocumentLink(
                kind=DocumentKind.DESCRIPTION,
                language="nl",
                uri=f"learners/{HERON}/competence-description.nl.pdf",
            ),
        ),
    )


# -- the school ----------------------------------------------------------------------------------


def _framework(audience: Audience) -> FrameworkView:
    cards = _cards(audience)
    return FrameworkView(
        id="bakery",
        uri="frameworks/bakery/",
        title=nl("Bakker"),
        version="2026.1",
        sector=nl("Voeding"),
        qualification=QualificationView(system=QualificationSystem.VKS, level="3"),
        source=Link(title=nl("Beroepskwalificatie bakker"), uri="https://kwalificaties.example/bakker"),
        leads_to=(nl("Bakker"), nl("Specialisatie banket")),
        competences=tuple(
            FrameworkCompetence(
                code=code,
                anchor=code,
                title=nl(title),
                description=nl(description) if description else None,
                kind=kind,
                criteria=tuple((short, nl(text), critical) for short, text, critical in criteria),
                alignments=(
                    ("ESCO", Words("prepare dough", "en"), "https://esco.example/dough"),
                    ("Register", nl("deeg maken"), None),
                )
                if code == "dough"
                else (),
                workplaces=(Link(title=nl("Bakkerij"), uri=BAKERY_WORKPLACE),) if code != "planning" else (),
                evidence=tuple(
                    Link(title=card.title, uri=card.uri)
                    for card in cards
                    if any(str(link.uri).endswith(f"#bakery-{code}") for link in card.competences)
                ),
            )
            for code, title, description, kind, criteria in _BAKERY
        ),
        learners=(_noor_link(), Link(title=Words("Blauwe reiger"), uri=f"learners/{HERON}/")),
    )


def _workplace(audience: Audience) -> WorkplaceView:
    return WorkplaceView(
        id="de-gist/bakkerij",
        uri=BAKERY_WORKPLACE,
        name=nl("Bakkerij"),
        organisation=nl("Bakkerij De Gist"),
        organisation_type=OrganisationType.COMPANY,
        address=nl("Gistkaai 4, 9000 Gent"),
        activities=(nl("brood en desem"), nl("winkel op zaterdag")),
        competences=(
            (
                nl("Bakker"),
                tuple(
                    Link(title=_TITLES[code], uri=f"frameworks/bakery/#{code}")
                    for code in ("dough", "baking", "hygiene")
                ),
            ),
        ),
        adaptations=(nl("werkbank op zithoogte"),),
        safety=(nl("veiligheidsschoenen"), nl("haarnet")),
        capacity="2",
        mentors=(person(JAN, audience),),
        learners=(_noor_link(),) if audience is Audience.TEAM else (),
    )


def school_view(audience: Audience = Audience.TEAM) -> SchoolView:
    """Atelierschool Zuid with its three learners, in Dutch."""
    noor, yusuf, heron = learner_view(audience), new_learner(), pseudonymous_learner(audience)
    learners = (heron, noor, yusuf) if audience is Audience.TEAM else (heron, noor)
    return SchoolView(
        audience=audience,
        language="nl",
        languages=("nl", "en"),
        as_of=AS_OF,
        name=nl("Atelierschool Zuid"),
        url="https://portfolio.atelierschool.example",
        address=nl("Ambachtenlaan 12, 9000 Gent"),
        phone="+32 9 000 00 00",
        email="info@atelierschool.example",
        logo=None,
        accent="#9a4a1f",
        vision=nl("Wie werkt, leert. Wij tonen wat jij kan."),
        levels=LEVELS,
        learners={one.key: one for one in learners},
        evidence={NOOR: evidence_views(audience)},
        frameworks=Later(lambda: (_framework(audience),)),
        workplaces=Later(lambda: (_workplace(audience),)),
    )


def stamp() -> Stamp:
    """The stamp of Noor's competence description."""
    return Stamp(
        number="AZ-2026-0147",
        digest="7f3a91c20be455d8" * 4,
        date=AS_OF,
        address="https://portfolio.atelierschool.example/c/AZ-2026-0147/",
    )


def write_media(folder: Path) -> None:
    """Write the pictures and the file that the sample evidence names."""
    from PIL import Image

    tints = {"loaves": "#c58b4c", "labels": "#6f8a6b", "oven": "#55708a", "thermometer": "#8c4a3c"}
    tints |= {"scales": "#a59b6c", "crumb": "#d9b98a"}
    (folder / "media").mkdir(parents=True, exist_ok=True)
    for name, tint in tints.items():
        Image.new("RGB", (1600, 1067), tint).save(folder / "media" / f"{name}.webp", "WEBP")
    portrait = folder / "learners" / NOOR / "noor.webp"
    portrait.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (640, 640), "#b98d6a").save(portrait, "WEBP")
    (folder / "media" / "attest.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
