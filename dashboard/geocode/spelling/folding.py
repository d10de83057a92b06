"""Turns spellings into keys, so that variants of one name meet: diacritics, apostrophes, old and new romanisations."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and a mark.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ё": "е", "-": " "}
)
_SILENT = re.compile(r"[\u0300-\u036f'’‘ʼʹ′`´\".]")
_BLANKS = re.compile(r"[\s‐‑–—/]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

# Order matters: longer spellings first. After the pattern table of names in English text (Ukrainian romanisations of
# 1965, 1996 and 2010, and transliterations from Russian).
_LOOSE = (
    ("shch", "sch"),
    ("zhzh", "zh"),
    ("kh", "h"),
    ("g", "h"),
    ("ia", "a"),
    ("ya", "a"),
    ("ja", "a"),
    ("iu", "u"),
    ("yu", "u"),
    ("ju", "u"),
    ("ie", "e"),
    ("ye", "e"),
    ("je", "e"),
    ("yi", "i"),
    ("iy", "i"),
    ("yy", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("ii", "i"),
    ("ss", "s"),
)

# The official romanisation of Ukrainian: Cabinet of Ministers resolution 55 of 27 January 2010.
_KMU = dict(
    zip(
        "абвгґдежзиіклмнопрстуфхцчш",
        [
            "a",
            "b",
            "v",
            "h",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "y",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
        ],
        strict=True,
    )
) | {"щ": "shch", "ь": "", "є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
_KMU_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def is_cyrillic(text: str) -> bool:
    """Whether any letter is Cyrillic."""
    return _CYRILLIC.search(text) is not None


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """The strict key: lower case, no diacritics, no apostrophes or full stops, hyphens as blanks.

    Cyrillic keeps its letters (й and ї are letters, not marked ones); ё becomes е.
    """
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFC" if is_cyrillic(text) else "NFKD", text)
    text = _SILENT.sub("", text.translate(_PLAIN))
    return _BLANKS.sub(" ", text).strip()


@lru_cache(maxsize=65536)
def loose_key(text: str) -> str:
    """The loose key of a Latin spelling: all romanisations of one Slavic name meet in it. Begins with "~"."""
    folded = key(text)
    for spelling, sound in _LOOSE:
        folded = folded.replace(spelling, sound)
    return "~" + folded


def romanise(text: str) -> str:
    """A Ukrainian name in Latin letters, by the official table of 2010."""
    out: list[str] = []
    before = ""
    text = unicodedata.normalize("NFC", text)
    for letter in text:
        small = letter.lower()
        if small in "'’ʼ`" and is_cyrillic(before):
            continue
        if small == "г" and before.lower() == "з":
            latin = "gh"
        elif not before.isalpha() and small in _KMU_FIRST:
            latin = _KMU_FIRST[small]
        else:
            latin = _KMU.get(small, small)
        out.append(latin.capitalize() if letter.isupper() else latin)
        before = letter
    return "".join(out)
