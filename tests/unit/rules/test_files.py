"""Files beside records: where they may lie, and how their names are spelled."""

import unicodedata

import pytest

from tests.unit.rules.conftest import Find, codes, hint, swap

EVIDENCE = "learners/anna/evidence/2026-05-20-rye-bread.yml"
FILE = "../media/rye-bread.png"


def test_the_way_may_lead_up_and_back_again(find: Find) -> None:
    assert find({EVIDENCE: swap((FILE, "../../anna/media/./rye-bread.png"))}) == []


@pytest.mark.parametrize(
    "file", ["../../../media/x.png", "../../ben/media/x.png", "../../../../x.png", "../../../../../../etc/x"]
)
def test_a_file_elsewhere_is_refused_whether_it_is_there_or_not(find: Find, file: str) -> None:
    picture = b"\x89PNG"
    others = {"media/x.png": picture, "learners/ben/media/x.png": picture}
    ben = "pseudonym: Fox\nminor: false\nprogramme: bakery\ncohort: 2025-2026\n"
    found = find({**others, "learners/ben/learner.yml": ben, EVIDENCE: swap((FILE, file))})
    assert codes(found) == ["E321"]


@pytest.mark.parametrize("file", ["/etc/passwd", "https://x.example/a.png", "..\\media\\rye-bread.png"])
def test_what_is_no_way_to_a_file_is_refused_by_its_form(find: Find, file: str) -> None:
    assert codes(find({EVIDENCE: swap((FILE, file))})) == ["E206"]


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_an_accent_may_be_spelled_in_two_ways(find: Find, on_disk: str, written: str) -> None:
    name = "crème.png"
    on_disk_name = unicodedata.normalize(on_disk, name)  # type: ignore[arg-type]  # parametrised
    written_name = unicodedata.normalize(written, name)  # type: ignore[arg-type]  # parametrised
    picture = {f"learners/anna/media/{on_disk_name}": b"\x89PNG"}
    assert find({**picture, EVIDENCE: swap((FILE, f"../media/{written_name}"))}) == []


def test_capitals_count_and_the_right_way_is_shown(find: Find) -> None:
    found = find({EVIDENCE: swap((FILE, "../Media/Rye-bread.PNG"))})
    assert codes(found) == ["E323"]
    assert hint(found[0]) == f"Write `{FILE}`."


def test_the_nearest_file_is_shown_as_it_is_written_from_here(find: Find) -> None:
    found = find({EVIDENCE: swap((FILE, "media/rye-bred.png"))})
    assert codes(found) == ["E322"]
    assert hint(found[0]) == f"Did you mean `{FILE}`?"


def test_a_file_that_resembles_nothing_is_to_be_put_there(find: Find) -> None:
    found = find({EVIDENCE: swap((FILE, "../media/film.mp4"))})
    assert codes(found) == ["E322"]
    assert hint(found[0]) == "Put the file at `learners/anna/media/film.mp4`, or take these lines out."


def test_the_schools_logo_lies_in_the_folder_of_records(find: Find) -> None:
    logo = "logo: {file: media/logo.png, alt: An anchor}\n"
    assert find({"school.yml": lambda text: text + logo, "media/logo.png": b"\x89PNG"}) == []
    assert codes(find({"school.yml": lambda text: text + logo.replace("media/", "../")})) == ["E321"]
