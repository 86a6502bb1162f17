"""What all tests share: small schools, the example school, golden files, and a machine without surprises."""

import fcntl
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

Files = Mapping[str, str | bytes]
WriteSchool = Callable[[Path, Files], Path]
Golden = Callable[[str, str], None]
BuildSite = Callable[..., Path]

# Two busy workers share two cores, so how long one example takes says nothing. In the pipeline every
# run tries the same examples: a red one is then about the change, not about luck.
hypothesis.settings.register_profile("house", deadline=None, derandomize=IN_CI, print_blob=True)
hypothesis.settings.load_profile("house")


# Two workers take a file at a time. A file that takes long and comes last leaves one of them idle, so those
# come first, the longest in front; the two that wait for one site of the example don't begin together.
_LONG = (
    "tests/browser/test_accessibility.py",
    "tests/test_incremental.py",
    "tests/unit/pdf/test_documents.py",
    "tests/browser/test_policy.py",
    "tests/test_interrupted_builds.py",
    "tests/unit/mkdocs_plugin/test_cluster.py",
    "tests/browser/test_people.py",
    "tests/test_canaries.py",
    "tests/unit/cli/test_merge.py",
    "tests/unit/mkdocs_plugin/test_plugin.py",
    "tests/test_same_bytes.py",
    "tests/git/test_papers.py",
    "tests/test_docs.py",
    "tests/hostile",
    "tests/git",
    "tests/property",
    "tests/browser",
    "tests/unit/pdf",
    "tests/unit/mkdocs_plugin",
    "tests/unit/cli",
    "tests/test_",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long goes first; within a file, and among the others, the order stays."""

    def place(item: pytest.Item) -> int:
        return next((at for at, start in enumerate(_LONG) if item.nodeid.startswith(start)), len(_LONG))

    items.sort(key=place)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


_SAY_SOMETHING_ELSE = ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR", "LANGUAGE")


def pytest_configure() -> None:
    """Takes out of the environment what would make a test say something else on another machine."""
    for name in list(os.environ):
        if name.startswith(("BEKWAAM_", "GIT_", "LC_")) or name in _SAY_SOMETHING_ELSE:
            del os.environ[name]
    os.environ.update(
        LANG="C.UTF-8",
        GIT_CONFIG_GLOBAL=os.devnull,
        GIT_CONFIG_SYSTEM=os.devnull,
        GIT_TERMINAL_PROMPT="0",
        TZ="Europe/Brussels",
    )
    sys.addaudithook(_stay_on_this_machine)


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise PermissionError(f"a test wants to reach {address[0]}")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether this run writes golden files anew instead of comparing with them."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def golden(update_golden: bool) -> Golden:
    """Compares text with `tests/golden/<name>`: `golden("site/learner.html", text)`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update_golden:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.exists(), f"{name} is not there yet; make it with --update-golden, and look at it"
        assert text == path.read_text(encoding="utf-8"), f"{name} changed; if that is right: --update-golden"

    return compare


@pytest.fixture(scope="session")
def write_school() -> WriteSchool:
    """Writes files under a folder and returns it: `write_school(tmp_path, {"portfolios/school.yml": ...})`.

    Text may be indented as the test around it is; bytes are written as they are.
    """

    def write(folder: Path, files: Files) -> Path:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content if isinstance(content, bytes) else textwrap.dedent(content).lstrip("\n").encode()
            path.write_bytes(data)
        return folder

    return write


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds mkdocs.yml, portfolios/, schemas/ and plugins/."""
    return ROOT


@pytest.fixture(scope="session")
def example() -> Path:
    """The example school's folder of records."""
    return ROOT / "portfolios"


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory) -> BuildSite:
    """Builds the example school's site once per audience, for all workers: `build_site("public")`.

    PDFs take longer than all pages together, so they are made only when asked for:
    `build_site("team", pdf=True)`. A handover is for one learner, Anna.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def build(audience: str, *, pdf: bool = False) -> Path:
        folder = shared / f"site-{audience}{'-pdf' if pdf else ''}"
        with _alone(folder.with_suffix(".lock")):
            if not folder.exists():
                unfinished = folder.with_suffix(".unfinished")
                bekwaam = Path(sys.executable).with_name("bekwaam")
                learner = ("--learner", "anna-peeters") if audience == "handover" else ()
                done = subprocess.run(
                    [bekwaam, "build", "--audience", audience, "--site-dir", unfinished, *learner],
                    cwd=ROOT,
                    env={**os.environ, "BEKWAAM_PDF": "true" if pdf else "false"},
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert done.returncode == 0, done.stdout + done.stderr
                unfinished.rename(folder)
        return folder

    return build
