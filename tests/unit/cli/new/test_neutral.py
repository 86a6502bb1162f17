"""Ids and pseudonyms that tell nothing."""

from bekwaam.cli.new.neutral import propose_id, propose_pseudonym
from bekwaam.source import is_id


def first(words: list[str]) -> str:
    return words[0]


def test_an_id_is_free() -> None:
    one = propose_id((), first)
    other = propose_id((one.upper(),), first)
    assert is_id(one)
    assert one != other


def test_ids_never_run_out() -> None:
    taken: set[str] = set()
    for _ in range(2000):
        taken.add(propose_id(taken, first))
    assert len(taken) == 2000


def test_a_pseudonym_is_free_and_never_tells_the_id() -> None:
    taken: set[str] = set()
    for _ in range(200):
        taken.add(propose_pseudonym(taken, "badger-12", lambda one: one.render(), first))
    assert len(taken) == 200
    assert not any("badger" in one for one in taken)
    assert not any("(" in one for one in taken)
