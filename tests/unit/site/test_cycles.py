"""The page over the years: charts that can be read without seeing them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.model.audience import Audience
from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments
from bekwaam.site.cycles import cycles
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.views.build import build
from bekwaam.views.context import Context
from bekwaam.views.cycles import cycles_view
from bekwaam.views.lazily import Later, given
from bekwaam.views.report import latest_report
from tests.unit.site.markup import Markup

DAY = dt.date(2026, 6, 30)


def made(example: Path, folder: Path, audience: Audience, language: str) -> list[Page]:
    loaded = project.load(example, as_of=DAY)
    bare = restrict(loaded.project, loaded.statuses, audience, DAY)
    pictures = Pictures(example, folder)
    context = Context(bare, language)
    view = replace(
        build(bare, language),
        cycles=Later(lambda: cycles_view(context)),
        report=Later(lambda: latest_report(context)),
    )
    view = replace(view, papers=given(view.documents) or ())
    return list(cycles(Press(view, pictures, Attachments(example, pictures))))


def test_every_chart_is_told_in_words_and_in_a_table(example: Path, tmp_path: Path) -> None:
    page, _ = made(example, tmp_path, Audience.TEAM, "en")
    charts = re.findall(r'<svg class="bk-trend"[^>]*aria-label="([^"]+)"', page.body)
    assert len(charts) == 12
    assert charts[0] == (
        "Learners. School year 2021-2022: 14; School year 2022-2023: 16; School year 2023-2024: 17; "
        "School year 2024-2025: 19; School year 2025-2026: 12 (so far)."
    )
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>', page.body)
    assert [one.partition(". ")[0] for one in charts] == rows
    ids = Markup(page.body).ids
    assert len(ids) == len(set(ids))


def test_dutch(example: Path, tmp_path: Path) -> None:
    page, _ = made(example, tmp_path, Audience.TEAM, "nl")
    assert "Werden we beter?" in page.body
    assert "3,5 → 4" in page.body


def test_the_report_to_share_leads_to_its_document(example: Path, tmp_path: Path) -> None:
    page, report = made(example, tmp_path, Audience.TEAM, "nl")
    assert report.uri == "quality/report/"
    assert 'href="../../quality/report/"' in page.body
    assert 'href="../../quality/report.nl.pdf"' in report.body
    assert "Schooljaar 2024-2025" in report.body
    assert "2025-26" not in report.body


@pytest.mark.parametrize("audience", [Audience.HANDOVER, Audience.PUBLIC])
def test_no_page_for_others(example: Path, tmp_path: Path, audience: Audience) -> None:
    assert made(example, tmp_path, audience, "en") == []
