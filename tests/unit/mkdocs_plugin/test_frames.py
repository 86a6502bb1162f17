"""A page set into a shared frame is the page that the theme would have made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bekwaam.mkdocs_plugin.frames import Frames
from bekwaam.model.audience import Audience
from bekwaam.site.page import Page


def test_every_page_is_as_the_theme_renders_it(school: Path, build_school: Callable[..., Path]) -> None:
    fast = build_school(audience=Audience.TEAM, site="fast", pdf=True)
    (school / "overrides" / "partials").mkdir(parents=True)
    # A template that names the page makes all pages be rendered one by one.
    (school / "overrides" / "partials" / "unused.html").write_text("{{ page }}", encoding="utf-8")
    config = school / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("theme: material", "theme: {name: material, custom_dir: overrides}"), encoding="utf-8"
    )
    slow = build_school(audience=Audience.TEAM, site="slow", pdf=True)
    pages = sorted(file.relative_to(fast) for file in fast.rglob("*.html"))
    assert len(pages) > 8
    for page in pages:
        assert (fast / page).read_text(encoding="utf-8").strip() == (slow / page).read_text(
            encoding="utf-8"
        ).strip(), page


def rendered(school: Path, build_school: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages of evidence that the theme renders when there are five."""
    evidence = school / "portfolios" / "learners" / "anna" / "evidence"
    text = next(evidence.glob("2026-05-20*")).read_text(encoding="utf-8")
    for number in range(4):
        (evidence / f"2026-05-20-more-{number}.yml").write_text(text, encoding="utf-8")
    found: list[str] = []
    render = Frames._render

    def counted(frames: Frames, page: Page, canonical: str = "") -> bytes:
        if page.kind == "evidence":
            found.append(page.title)
        return render(frames, page, canonical)

    monkeypatch.setattr(Frames, "_render", counted)
    build_school()
    return found


def test_the_theme_renders_two_pages_of_a_kind(
    school: Path, build_school: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(rendered(school, build_school, monkeypatch)) == 2


def test_a_plugin_that_looks_at_titles_gets_every_page(
    school: Path, build_school: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (school / "hooks.py").write_text(
        "def on_post_page(output, page, config):\n    return output + f'<!-- {len(page.title)} -->'\n",
        encoding="utf-8",
    )
    with (school / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [hooks.py]\n")
    # Six pages, and one is the frame, which was tried in vain.
    assert len(rendered(school, build_school, monkeypatch)) == 7
