"""Text in Dutch-like words: as long and as varied as what people write, and nobody's."""

from __future__ import annotations

from random import Random


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_SUBJECTS = _listed(
    "ik de mentor mijn collega de klant het deeg de machine de ploeg een bewoner het bord de oven de "
    "leraar de leverancier het schema de afdeling de werkplek onze groep de planning het team de chef"
)
_VERBS = _listed(
    "controleerde vroeg maakte zag leerde sneed woog mat droeg schreef ruimde bracht volgde tekende "
    "poetste noteerde herhaalde probeerde legde bakte verzorgde monteerde vergeleek besprak startte "
    "stopte hielp"
)
_OTHERS = _listed(
    "rustig opnieuw vandaag samen alleen eerst daarna zorgvuldig onderweg vroeger zelf dadelijk "
    "nauwkeurig temperatuur gewicht verband handschoenen dienblad leiding kabel stopcontact schort "
    "vloer bestelling lijst etiket rooster afspraak verslag voorraad koelkast werkbank gereedschap "
    "kruiwagen planning dossier medicatie maaltijd kamer gang lift magazijn bestelwagen zekering "
    "verlichting tussenkomst opmerking herstelling reden begin einde ochtend namiddag week maand "
    "gewoonte verschil oplossing oorzaak gevolg hoogte lengte breedte water bloem boter zuurdesem "
    "suiker room deksel emmer doek borstel zeep afval glas karton kwaliteit tempo geduld ervaring "
    "vertrouwen uitleg voorbeeld fout vraag antwoord volgende vorige tweede derde oude nieuwe kleine "
    "grote juiste verkeerde moeilijke veilige propere zware lichte warme koude natte droge smalle brede"
)
_TOGETHER = 0.08
"""The share of words that are put together from two."""
_LINKS = ("en", "want", "maar", "omdat", "toen", "waarna", "zodat")

FIRST_NAMES = _listed(
    "Aya Bram Cato Dries Elif Fien Gilles Hanne Imane Joris Kaat Lars Mila Nathan Oona Pieter Quinten "
    "Roos Sami Tine Umut Veerle Warre Xena Yara Zeno Amir Bo Cas Dina Emre Floor Goran Hajar Ine Jef "
    "Kobe Lina Mats Noor"
)
LAST_NAMES = _listed(
    "Aerts Baert Claes Desmet Engels Fonteyn Goossens Hermans Ilsbroux Janssens Kaya Lemmens Maes Nijs "
    "Ooms Peeters Quintens Raes Segers Thys Uyttendaele Vos Wouters Yilmaz Zaman Amrani Bakker Celik "
    "Diallo Essers"
)


def sentence(chance: Random) -> str:
    """One sentence of six to some twenty words."""
    parts = [_clause(chance) for _ in range(chance.choice((1, 1, 2)))]
    text = f" {chance.choice(_LINKS)} ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def sentences(chance: Random, least: int, most: int) -> str:
    """Between ``least`` and ``most`` sentences; short texts come more often than long ones."""
    count = round(chance.triangular(least, most, least))
    return " ".join(sentence(chance) for _ in range(count))


def markdown(chance: Random, least: int, most: int) -> str:
    """Paragraphs, now and then with a list or a strong word."""
    parts = [sentences(chance, least, most)]
    if chance.random() < 0.3:
        parts.append("\n".join(f"- {sentence(chance)}" for _ in range(chance.randint(2, 5))))
    if chance.random() < 0.4:
        parts.append(f"**{chance.choice(_OTHERS).capitalize()}:** {sentences(chance, 1, 3)}")
    return "\n\n".join(parts) + "\n"


def title(chance: Random) -> str:
    """A short title, as over a piece of evidence."""
    words = [chance.choice(_OTHERS) for _ in range(chance.randint(2, 5))]
    return " ".join(words).capitalize()


def slug(text: str) -> str:
    """The part of a file's name that says what the record is about."""
    return "-".join(text.lower().split())


def full_name(chance: Random) -> str:
    """A first and a last name."""
    return f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"


def _clause(chance: Random) -> str:
    rest = " ".join(_word(chance) for _ in range(chance.randint(3, 8)))
    return f"{chance.choice(_SUBJECTS)} {chance.choice(_VERBS)} {rest}"


def _word(chance: Random) -> str:
    """A word; now and then one put together from two, so that texts have words that few others have."""
    word = chance.choice(_OTHERS)
    return word + chance.choice(_OTHERS) if chance.random() < _TOGETHER else word
