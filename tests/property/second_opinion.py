"""What a competence's status is, told a second time: plain dictionaries, no code of the product."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import Any

Data = dict[str, Any]
DEFAULTS = {"min_items": 2, "min_types": 2, "max_age_months": 24}


@dataclass(frozen=True)
class Opinion:
    """What must come out for one competence; ``before`` is the status without the decision."""

    status: str
    level: str | None
    target: str | None
    flags: frozenset[str] = frozenset()
    before: str = ""
    counting: frozenset[str] = frozenset()


@dataclass(frozen=True)
class School:
    """The parts of a school and of one learner's folder that a status rests on."""

    school: Data
    frameworks: Data
    learner: Data
    records: dict[str, Data]

    def opinions(self, as_of: dt.date) -> dict[str, Opinion]:
        """One opinion for each competence of the programme and of the plan."""
        programme = self.learner["programme"]
        own = [f"{programme}/{one['code']}" for one in self.frameworks[programme]["competences"]]
        plan = self.plan(as_of)
        planned = [goal["competence"] for goal in plan["goals"]] if plan else []
        return {one: self.opinion(one, as_of) for one in {*own, *planned}}

    def plan(self, as_of: dt.date) -> Data | None:
        """The highest version that everyone agreed by then, or the highest while none is agreed."""
        plans = list(self.records["plans"].values())
        agreed = [
            one for one in plans if one.get("agreed") and all(day(party) <= as_of for party in one["agreed"])
        ]
        return max(agreed or plans, key=lambda one: one["version"], default=None)

    def rated(self, competence: str, as_of: dt.date) -> list[tuple[Data, Data]]:
        """What others than the learner said of a competence by then, from old to new."""
        return [
            (one, result)
            for one in in_order(self.records["assessments"], as_of)
            if one["assessor"] != "self"
            for result in one["results"]
            if result["competence"] == competence
        ]

    def side(self, who: str, competence: str, as_of: dt.date) -> tuple[Data, Data] | None:
        """The last summative of the mentor's or the coach's side."""
        plan = self.plan(as_of)
        agreements = self.records["agreements"]
        speaking = [agreements[plan["agreement"]]] if plan else list(agreements.values())
        people = {one[who] for one in speaking} | {one.get("backup", {}).get(who) for one in speaking}
        own = [
            one
            for one in self.rated(competence, as_of)
            if one[0]["moment"] == "summative" and one[0]["assessor"] in people
        ]
        return own[-1] if own else None

    def pool(self, competence: str, as_of: dt.date) -> Data:
        """Evidence that would count, were it young enough."""
        cited = {
            item
            for one in in_order(self.records["assessments"], as_of)
            if one["assessor"] != "self"
            for result in one["results"]
            for item in result.get("evidence", [])
        }
        return {
            name: one
            for name, one in self.records["evidence"].items()
            if competence in one["competences"]
            and one.get("visibility") != "private"
            and day(one) <= as_of
            and (name in cited or any(day(party) <= as_of for party in one.get("verified", [])))
        }

    def opinion(self, competence: str, as_of: dt.date, deciding: bool = True) -> Opinion:
        """Rules 1 to 7, from top to bottom."""
        numbers = self.school.get("rules", {}).get("evidence", DEFAULTS)
        order = [one["code"] for one in self.school["levels"]]
        rated = self.rated(competence, as_of)
        mentor, coach = (self.side(who, competence, as_of) for who in ("mentor", "coach"))
        pool = self.pool(competence, as_of)

        def young(at: dt.date) -> Data:
            return {n: e for n, e in pool.items() if at <= later(day(e), numbers["max_age_months"])}

        def enough(items: Data) -> bool:
            types = {one["type"] for one in items.values()}
            return bool(len(items) >= numbers["min_items"] and len(types) >= numbers["min_types"])

        counting = young(max(day(mentor[0]), day(coach[0])) if mentor and coach else as_of)
        values = {
            code: value
            for _, result in rated
            for code, value in result.get("criteria", {}).items()
            if value != "not_seen"
        }
        critical = [one["code"] for one in self.criteria(competence) if one["critical"]]
        before = "not_started" if not counting and not rated else "in_progress"
        if before != "not_started" and enough(counting) and all(values.get(c) == "met" for c in critical):
            before = "ready"

        plan = self.plan(as_of)
        goals = plan["goals"] if plan else []
        target = next((goal["target"] for goal in goals if goal["competence"] == competence), None)
        level = rated[-1][1]["level"] if rated else None
        if mentor and coach:
            ranks = [order.index(one[1]["level"]) for one in (mentor, coach)]
            level = order[min(ranks)]
            if target is not None:
                reached = [rank >= order.index(target) for rank in ranks]
                if reached[0] != reached[1] or abs(ranks[0] - ranks[1]) > 1:
                    before = "to_discuss"
                else:
                    before = "proposed" if all(reached) and before == "ready" else "in_progress"

        status, flags = before, set[str]()
        rulings = [
            (day(one), result)
            for one in in_order(self.records["decisions"], as_of)
            for result in one["results"]
            if result["competence"] == competence
        ]
        if rulings and deciding:
            decided, ruling = rulings[-1]
            status, level = ruling["result"], ruling.get("level", level)
            then = self.opinion(competence, decided, deciding=False)
            if status != "exempt" and (status == "achieved") != (then.before == "proposed"):
                flags.add("overruled")
            now = young(as_of)
            if status == "achieved" and not enough(now) and not then.counting <= now.keys():
                flags.add("needs_refresh")
        return Opinion(status, level, target, frozenset(flags), before, frozenset(counting))

    def criteria(self, competence: str) -> list[Data]:
        """The criteria of a competence."""
        framework, code = competence.split("/")
        listed = self.frameworks[framework]["competences"]
        found: list[Data] = next(one["criteria"] for one in listed if one["code"] == code)
        return found


def day(record: Data) -> dt.date:
    """The date of a record, or of one of its lines."""
    return dt.date.fromisoformat(record["date"])


def in_order(records: Data, as_of: dt.date) -> list[Data]:
    """Records up to a day, from old to new; on one day the later id last."""
    found = [(day(one), name, one) for name, one in records.items() if day(one) <= as_of]
    return [one for _, _, one in sorted(found, key=lambda item: item[:2])]


def later(date: dt.date, months: int) -> dt.date:
    """The same day so many months later, or that month's last day."""
    count = date.year * 12 + date.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(date.day, monthrange(year, month)[1]))
