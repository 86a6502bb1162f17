"""A pattern for each person."""

from bekwaam.pdf.portrait import portrait


def test_a_person_keeps_their_pattern() -> None:
    assert portrait("noor-verhaegen") == portrait("noor-verhaegen")


def test_people_differ() -> None:
    assert len({portrait(f"learner-{number}").tiles for number in range(50)}) == 50
