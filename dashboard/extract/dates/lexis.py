"""Cuts a text into the words that dates are made of: numbers, clock times, and the terms of `dates_words.csv`."""

import re
from functools import cache
from typing import NamedTuple

from dashboard.errors import VocabularyError
from dashboard.extract.words.terms import load_terms
from dashboard.terms import Term

NAME = "dates_words"
UNKNOWN = "?"
# One sign for each sense, so that the words of a text become a string that the grammar matches with expressions.
SIGNS = {
    "number": "n",  # 0-99 in digits
    "ordinal": "o",
    "year": "Y",
    "clock": "c",
    "point": "~",  # 11.20: a clock time or a decimal fraction
    "date": "I",  # 2025-07-04, 04.07.2025
    "month": "M",
    "month_short": "µ",
    "weekday": "W",
    "weekday_short": "V",
    "part": "P",
    "night": "N",
    "overnight": "O",
    "at_part": "p",
    "hours": "h",
    "noon": "x",
    "edge": "E",
    "third": "m",
    "day": "D",
    "period": "J",
    "shift": "R",
    "count": "w",
    "one": "a",
    "half": "H",
    "unit": "U",
    "units": "u",
    "past": "L",
    "this": "T",
    "next": "X",
    "same": "S",
    "ago": "G",
    "apart": "B",
    "earlier": "K",
    "weekend": "Q",
    "holiday": "F",
    "season": "Z",
    "in_season": "y",
    "on": "i",
    "the": "t",
    "of": "f",
    "to": "z",
    "and": "&",
    "from": "g",
    "near": "q",
    "bound": "s",
    "half_day": "k",
    "oclock": "j",
    "minutes": "b",
    "measure": "%",
    "small": "v",
    "of_month": "l",
    "hence": "e",
    "every": "@",
    "zone": "r",
    "night_attack": "A",
    "attack": "*",
    "ordinal_suffix": "",
    "not_date": UNKNOWN,
}
PARTS = "night|early|morning|afternoon|evening"
# What the value of a term must look like; the other senses need none.
VALUES = {
    **dict.fromkeys(("month", "month_short", "season", "in_season"), r"[1-9]|1[0-2]"),
    **dict.fromkeys(("weekday", "weekday_short"), "[0-6]"),
    **dict.fromkeys(("count", "one", "ordinal", "noon"), r"\d\d?"),
    **dict.fromkeys(("part", "at_part", "hours", "edge"), PARTS),
    **dict.fromkeys(("unit", "units"), "hour|day|night|week|fortnight|month|year"),
    "day": r"-?\d",
    "apart": "-?1",
    "third": "[123]",
    "shift": rf"-?\d( ({PARTS}|hours|earlier))?",
    "holiday": r"\d\d-\d\d(/\d\d-\d\d)*|(easter|orthodox) -?\d+",
    "half_day": "am|pm",
    "half": "past|to",
    "past": "last|past|previous",
    "bound": "since|until|by|after|before|as of",
}
# Words that name no time without others; a stretch of these alone needs no look.
POOR_SENSES = ("on", "the", "of", "to", "and", "from", "near", "bound", "number", "one")
POOR = "".join(map(SIGNS.__getitem__, POOR_SENSES))
# Nor do these, which only some rules ask for.
BESIDE = frozenset(
    (
        *(
            *POOR_SENSES,
            "third",
            "half",
            "past",
            "this",
            "next",
            "same",
            "ago",
            "apart",
            "earlier",
            "minutes",
            "measure",
        ),
        *("small", "hence", "every", "zone", "not_date", "mark"),
    )
)
PARTS_TIMES = f"{UNKNOWN}|"  # signs of what no time goes on across
MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "(": "(", ".": ".", "/": "/"}


class Word(NamedTuple):
    """One word of a date, or any other word: its sense, value, language, and where it stands.

    The language of "19th" and "21-го" is their script, "latin" or "cyrillic"; of "11-й", which is no day, "hour".
    """

    sense: str
    value: str
    language: str
    start: int
    end: int


ANY_WORD = frozenset({"word", "code"})  # groups of the expression below that are no numbers and no marks

# Stands for every word that is none of a date's: most of a text, so it is made but once.
OTHER = Word("not_date", "", "", 0, 0)


def fold(text: str) -> str:
    """The text as vocabulary is looked up, of the same length: small letters, one apostrophe, е for ё."""
    return text.replace("İ", "i").lower().replace("’", "'").replace("ʼ", "'").replace("`", "'").replace("ё", "е")


@cache
def tokens() -> re.Pattern[str]:
    """Cuts folded text; "code" is what follows the letters of S-300, but not the year of mid-2024."""
    suffixes = "|".join(sorted(re.escape(t.term) for t in load_terms(NAME) if t.sense == "ordinal_suffix"))
    return re.compile(
        rf"""(?P<word>[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*)(?P<code>[-‑]?(?!(?:19|20)\d\d(?!\w))\d[\w-]*)?
        |(?P<mark>\n\s*\n|[^\w\s])
        |(?P<date>\d{{4}}-\d\d-\d\d(?!\w)|\d{{1,2}}([./])\d{{1,2}}\5\d{{4}}(?!\w))
        |(?P<clock>\d{{1,2}}:\d\d(?!\w|[:.,]\d))
        |(?P<point>\d{{1,2}}\.\d\d(?!\w|[:.,]\d))
        |(?P<ordinal>\d{{1,2}}-?(?:{suffixes})(?!\w))
        |(?P<number>\d+(?:[.,]\d+)*)""",
        re.VERBOSE,
    )


@cache
def lexicon() -> dict[str, tuple[tuple[int, ...], dict[tuple[str, ...], Term]]]:
    """First word -> the lengths of the terms that begin with it, the longest first, and these terms."""
    found: dict[str, dict[tuple[str, ...], Term]] = {}
    for term in load_terms(NAME):
        if term.sense not in SIGNS:
            raise VocabularyError(f"{NAME}.csv: {term.term!r} has the unknown sense {term.sense!r}; mend or explain it")
        if term.sense in VALUES and not re.fullmatch(VALUES[term.sense], term.value or ""):
            raise VocabularyError(f"{NAME}.csv: {term.term!r} as {term.sense} cannot have the value {term.value!r}")
        if SIGNS[term.sense]:
            key = tuple(token[0] for token in tokens().finditer(fold(term.term)))
            if key in found.setdefault(key[0], {}):
                raise VocabularyError(f"{NAME}.csv: {term.term!r} is read like an earlier term; keep one of them")
            found[key[0]][key] = term
    return {first: (tuple(sorted({len(key) for key in terms}, reverse=True)), terms) for first, terms in found.items()}


def sign_of(word: Word) -> str:
    """The sign that stands for a word (`SIGNS`), or for a mark."""
    return MARKS.get(word.value, "|") if word.sense == "mark" else SIGNS[word.sense]


@cache
def _of_hours() -> frozenset[str]:
    """The endings of ordinals that hours have, and days have not: "о 11-й", but "11-го"."""
    return frozenset(t.term for t in load_terms(NAME) if t.sense == "ordinal_suffix" and t.value == "hour")


def not_a_word(token: re.Match[str], text: str) -> Word:
    """A token that is no word: a number, a time, or a mark."""
    kind = token.lastgroup or ""
    start, end = token.span()
    value, language = token[0], "any"
    if kind == "number":
        kind = _number(value, text[start - 1 : start])
    elif kind == "ordinal":
        digits = re.split(r"\D", value, maxsplit=1)[0]
        suffix = value[len(digits) :].lstrip("-")
        value, language = digits, "hour" if suffix in _of_hours() else "latin" if suffix.isascii() else "cyrillic"
    return Word(kind, value, language, start, end)


def cased(term: Term, first: str) -> bool:
    """English names of months and days have a capital: "may" and "march" in small letters are other words."""
    return first.isupper() or term.language != "en" or term.sense not in ("month", "month_short", "weekday_short")


def _number(token: str, before: str) -> str:
    if not token.isascii() or not token.isdigit() or before in ("$", "€", "£", "№", "#", "+"):
        return "not_date"
    if len(token) <= 2:
        return "number"
    return "year" if len(token) == 4 and token[:2] in ("19", "20") else "not_date"
