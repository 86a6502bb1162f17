"""What is told counts, what merely looks alike does not."""

from __future__ import annotations

import re
import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekwaam.audience.strings import Sort
from bekwaam.audience.withheld import Secret
from bekwaam.mkdocs_plugin.needles import Needles, is_strict, words_of, words_shown

COMMON = frozenset(words_of("het was een goede dag voor mij en ook voor jan peeters anna mark dit brood"))


def secret(text: str, sort: Sort = Sort.TEXT) -> Secret:
    return Secret(sort=sort, text=text, path="x.yml")


def hits(one: Secret, text: str) -> bool:
    return any(Needles([one], COMMON).find(words_of(text)))


@pytest.mark.parametrize(
    ("text", "sort", "page"),
    [
        ("Anna Peeters", Sort.NAME, "door ANNA\nPeeters, 17"),
        ("Anna Quisthout", Sort.NAME, "mevrouw Quisthout"),
        ("anna-quisthout", Sort.ID, "learners/anna-quisthout/"),
        ("anna@mail.example", Sort.EMAIL, "mailto:anna@mail.example"),
        ("+32 470 12 34 56", Sort.PHONE, "tel:+32470123456"),
        ("+32 470 12 34 56", Sort.PHONE, "bel +32 470 12 34 56"),
        ("IMG_2034", Sort.FILE_NAME, "media/img-2034.jpg"),
        ("Zuurdesem", Sort.TITLE, "over zuurdesem en meer"),
        ("Het was een goede dag voor mij", Sort.TEXT, "<p>het was een goede dag voor mij.</p>"),
        ("Zoë is ziek", Sort.TEXT, "want zoe\u0308 is ziek"),
        ("voor mij en voor jan was het een canarie dag en ook voor anna", Sort.TEXT, "een canarie dag"),
    ],
)
def test_what_is_told(text: str, sort: Sort, page: str) -> None:
    assert hits(secret(text, sort), page)


@pytest.mark.parametrize(
    ("text", "sort", "page"),
    [
        ("Jan Quisthout", Sort.NAME, "12 jan 2026"),
        ("Goede dag", Sort.TITLE, "een goede dag"),
        ("Goed", Sort.TEXT, "goed gedaan"),
        ("2026", Sort.TEXT, "in 2026"),
        ("Lerende 131", Sort.NAME, "M2 131 7"),
        ("131 7", Sort.TITLE, "M2 131 7"),
        ("112", Sort.PHONE, "M2 112 7"),
        ("Canarie", Sort.TITLE, "canaries"),
        ("Anna Claes", Sort.NAME, "Anna Peeters, Claeske"),
    ],
)
def test_what_only_looks_alike(text: str, sort: Sort, page: str) -> None:
    assert not hits(secret(text, sort), page)


@given(
    st.lists(
        st.one_of(
            st.text(),
            st.text(st.characters(codec="ascii")),
            st.sampled_from(
                ("\ud83d\ude00", "Stra\u00dfe_\u0130I", "e\u0301", "a\u00adb", "\u00bd\u2028", "x\u00a0y")
            ),
        )
    )
)
def test_words_are_what_the_plain_expression_finds(texts: list[str]) -> None:
    for text in ("".join(texts), " ".join(texts) + "".join(map(chr, range(0x2000, 0x2100)))):
        plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
        assert words_of(text) == re.findall(r"[^\W_]+", plain)


SIGNS = [*map(chr, range(0x80, 0x1100)), *map(chr, range(0x2000, 0x2C00)), *map(chr, range(0x1F000, 0x1FB00))]


@pytest.mark.parametrize("around", ["Ab{}cD", "{}", "e{}{} e", "\u00a8{}\u0301", "\u0e40{}\u1161"])
def test_every_sign_is_read_as_in_the_whole_text(around: str) -> None:
    for sign in SIGNS:
        text = around.replace("{}", sign)
        plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
        assert words_of(text) == re.findall(r"[^\W_]+", plain), ascii(text)


@pytest.mark.parametrize("seed", range(5))
def test_signs_side_by_side_are_read_as_in_the_whole_text(seed: int) -> None:
    chance = Random(seed)
    for _ in range(20_000):
        text = "".join(chance.choices(SIGNS, k=3))
        plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
        assert words_of(text) == re.findall(r"[^\W_]+", plain), ascii(text)


def test_what_the_audience_may_read_is_no_secret() -> None:
    needles = Needles([secret("Anna Peeters", Sort.NAME), secret("zeer vreemde zin")], COMMON)
    needles.forget(words_of("dit is Anna Peeters"))
    assert not list(needles.find(words_of("Anna Peeters")))
    assert list(needles.find(words_of("een zeer vreemde zin")))


def test_a_full_name_is_strict_and_a_short_text_is_not() -> None:
    assert is_strict(("anna", "peeters"), secret("", Sort.NAME))
    assert not is_strict(("anna",), secret("", Sort.NAME))
    assert not is_strict(("een", "goede", "dag"), secret(""))


def test_a_telephone_number_that_is_shown_may_stand_in_a_link_too() -> None:
    phone = secret("+32 470 12 34 56", Sort.PHONE)
    needles = Needles([phone], COMMON)
    assert hits(phone, "tel:32470123456")
    needles.forget(words_shown([(Sort.TEXT, "bel"), (Sort.PHONE, phone.text)]).split())
    assert not needles


def test_secrets_that_start_alike_are_told_apart() -> None:
    texts = [f"verslag van de stage {word}" for word in ("kanarie", "zebravink", "mus")]
    needles = Needles([secret(text) for text in texts], COMMON)
    found = [one.text for _, one in needles.find(words_of(f"{texts[1]} en {texts[0]} en {texts[1]}"))]
    assert found == [texts[1], texts[0], texts[1]]
    needles.forget(words_of(texts[1]))
    assert [one.text for _, one in needles.find(words_of(" en ".join(texts)))] == [texts[0], texts[2]]
