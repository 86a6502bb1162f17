"""A preview makes what somebody looks at, and shows what a whole build would have made."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from bekwaam.mkdocs_plugin.asked import ASKED, Asked
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.options import Given
from bekwaam.mkdocs_plugin.preview import Preview
from bekwaam.model.audience import Audience
from bekwaam.site.learners import Row
from bekwaam.site.pages import Share

ADDRESS = "http://127.0.0.1:8000/"


class Looking:
    """MkDocs' builds for a live server, without a server."""

    def __init__(self, folder: Path, site: Path) -> None:
        self._file = str(folder / "mkdocs.yml")
        self._config: MkDocsConfig | None = None
        self.site = site
        site.mkdir()

    def build(self) -> None:
        if self._config is None:
            # MkDocs keeps the plugins of one process; each of ours is as in a process of its own.
            dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]
        config = load_config(self._file, site_dir=str(self.site))
        if self._config is None:
            config.plugins.on_startup(command="serve", dirty=False)
        else:
            config.plugins = self._config.plugins
        self._config = config
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS)

    @property
    def preview(self) -> Preview:
        assert self._config is not None
        preview = self._config.plugins["bekwaam"]._preview  # type: ignore[attr-defined]
        assert isinstance(preview, Preview)
        return preview

    def page(self, path: str) -> bytes | None:
        found = self.preview.find(path)
        if found is None:
            file = self.site / path
            return file.read_bytes() if file.is_file() else None
        return found.read_bytes() if isinstance(found, Path) else found

    def close(self) -> None:
        if self._config is not None:
            self._config.plugins.on_shutdown()


Look = Callable[..., Looking]


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Look]:
    """Builds a preview of the school in a folder: `look(folder, Audience.TEAM)`."""
    made: list[Looking] = []
    tokens = []

    def start(
        folder: Path, audience: Audience = Audience.TEAM, *, pdf: bool = False, whole: bool = False
    ) -> Looking:
        monkeypatch.chdir(folder)
        tokens.append(
            ASKED.set(
                Asked(given=Given(audience=audience, pdf=pdf or None, learners=("anna",) if pdf else None))
            )
        )
        monkeypatch.setattr("bekwaam.mkdocs_plugin.plugin.reloads", lambda: not whole)
        looking = Looking(folder, tmp_path / f"shown-{len(made)}")
        made.append(looking)
        looking.build()
        return looking

    yield start
    for looking in made:
        looking.close()
    for token in reversed(tokens):
        ASKED.reset(token)


@contextmanager
def noting(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The learners whose pages are made meanwhile."""
    found: list[str] = []
    share = Content.share

    def note(content: Content, key: str, *, followed: bool = True) -> Share:
        found.append(key)
        return share(content, key, followed=followed)

    with monkeypatch.context() as patch:
        patch.setattr(Content, "share", note)
        yield found


def files_of(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def differing(whole: Looking, preview: Looking) -> list[str]:
    """The addresses of a whole build at which a preview shows something else."""
    paths = sorted(files_of(whole.site))
    # A list of addresses is packed with the clock's second in it.
    paths = [path for path in paths if path != "sitemap.xml.gz"]
    # From the last to the first, so that no page waits for those that a whole build makes before it.
    return [path for path in reversed(paths) if preview.page(path) != (whole.site / path).read_bytes()]


def three_learners(school: Path) -> Path:
    learners = school / "portfolios" / "learners"
    for name in ("bo", "cas"):
        shutil.copytree(learners / "anna", learners / name)
        record = learners / name / "learner.yml"
        record.write_text(record.read_text(encoding="utf-8").replace("Anna", name.title()), encoding="utf-8")
    return learners


def retitle(folder: Path, title: str) -> Path:
    file = next((folder / "evidence").glob("2026-05-20*"))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = [f"title: {title}\n" if line.startswith("title:") else line for line in lines]
    file.write_text("".join(lines), encoding="utf-8")
    return file


def test_every_address_shows_what_a_whole_build_shows(repository: Path, tmp_path: Path, look: Look) -> None:
    school = tmp_path / "school"
    shutil.copytree(repository / "portfolios", school / "portfolios")
    for name in ("mkdocs.yml", "docs", "overrides"):
        if (repository / name).is_dir():
            shutil.copytree(repository / name, school / name)
        elif (repository / name).is_file():
            shutil.copy(repository / name, school / name)
    whole = look(school, whole=True)
    preview = look(school)
    assert not [
        path for path in files_of(preview.site) if path.startswith(("learners/", "team/", "quality/"))
    ]
    assert differing(whole, preview) == []
    assert files_of(preview.site) <= files_of(whole.site)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.HANDOVER])
def test_other_audiences_too(school: Path, look: Look, audience: Audience) -> None:
    three_learners(school)
    whole = look(school, audience, whole=True)
    assert differing(whole, look(school, audience)) == []


def test_documents_are_there_when_asked_for(school: Path, look: Look) -> None:
    whole = look(school, pdf=True, whole=True)
    preview = look(school, pdf=True)
    assert [path for path in files_of(whole.site) if path.startswith("c/")]
    assert differing(whole, preview) == []
    assert not preview.preview.renew(), "documents are printed by a whole build"


def test_nobody_else_is_made_for_a_page(school: Path, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    learners = three_learners(school)
    with noting(monkeypatch) as made:
        preview = look(school)
        assert made == []
        assert preview.page("learners/cas/index.html")
        assert made == ["cas"]
        preview.page("learners/index.html")
        preview.page("frameworks/index.html")
        preview.page("quality/report/index.html")
        assert preview.page("learners/nobody/index.html") is None
        assert preview.page("learners/cas/evidence/nothing/index.html") is None
        assert preview.page("team/nothing/index.html") is None
        assert made == ["cas"]
        preview.page("search/search_index.json")
        assert sorted(made) == ["anna", "bo", "cas"]
        made.clear()
        retitle(learners / "cas", "Entirely new")
        assert preview.preview.renew()
        assert made == []
        assert b"Entirely new" in (preview.page("search/search_index.json") or b"")
        assert made == ["cas"]
        assert b"Entirely new" in (preview.page("learners/cas/index.html") or b"")
        assert made == ["cas"]


def test_after_every_save_all_is_as_after_a_whole_build(school: Path, look: Look) -> None:
    learners = three_learners(school)
    preview = look(school)
    preview.page("search/search_index.json")
    file = retitle(learners / "cas", "Entirely new")
    assert preview.preview.renew()
    file.with_name("2026-05-21-other.yml").write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    assert preview.preview.renew()
    assert preview.page("learners/cas/evidence/2026-05-21-other/index.html")
    file.with_name("2026-05-21-other.yml").unlink()
    shutil.rmtree(learners / "bo")
    assert preview.preview.renew()
    assert preview.page("learners/cas/evidence/2026-05-21-other/index.html") is None
    assert preview.page("learners/bo/index.html") is None
    person = next((school / "portfolios/people").glob("*.yml"))
    text = person.read_text(encoding="utf-8")
    person.write_text(text.replace("name: ", "name: Baron ", 1), encoding="utf-8")
    assert preview.preview.renew()
    assert differing(look(school, whole=True), preview) == []


def test_what_every_page_shows_needs_a_build_of_mkdocs(school: Path, look: Look) -> None:
    preview = look(school)
    record = school / "portfolios" / "school.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(f"{text}accent: '#123456'\n", encoding="utf-8")
    assert not preview.preview.renew()
    preview.build()
    assert differing(look(school, whole=True), preview) == []


def test_another_plugin_may_look_at_the_records(school: Path, look: Look) -> None:
    config = school / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "hooks: [hook.py]\n", encoding="utf-8")
    (school / "hook.py").write_text(
        "def on_page_markdown(markdown, **_): return markdown\n", encoding="utf-8"
    )
    assert not look(school).preview.renew()


def test_rows_are_made_without_pages(school: Path, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    three_learners(school)
    rows: list[str] = []
    row = Content.row

    def note(content: Content, key: str) -> Row | None:
        rows.append(key)
        return row(content, key)

    monkeypatch.setattr(Content, "row", note)
    preview = look(school)
    preview.page("learners/index.html")
    preview.page("learners/index.html")
    assert rows == ["anna", "bo", "cas"]


def test_nothing_is_left_behind(school: Path, look: Look) -> None:
    preview = look(school)
    preview.page("learners/anna/index.html")
    assert list((school / ".cache/bekwaam").glob("preview-*/learners/anna/index.html"))
    preview.close()
    assert list((school / ".cache/bekwaam").glob("preview-*")) == []
