"""A page set into a shared frame is the page that the theme would have made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bekwaam.model.audience import Audience


def test_every_page_is_as_the_theme_renders_it(school: Path, build_school: Callable[..., Path]) -> None:
    fast = build_school(audience=Audience.TEAM, site="fast", pdf=True)
    (school / "overrides").mkdir()
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
