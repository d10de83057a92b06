"""Cuts a text into the words that dates are made of: numbers, clock times, and the terms of `dates_words.csv`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.errors import VocabularyError
from dashboard.extract.terms import Term, load_terms

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
    "minutes": "u",
    "measure": "%",
    "small": "v",
    "night_attack": "A",
    "attack": "*",
    "ordinal_suffix": "",
    "not_date": UNKNOWN,
}
INTEGERS = {
    "month", "month_short", "weekday", "weekday_short", "day", "count", "one", "season", "apart", "ordinal",
}  # fmt: skip
MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "(": "(", ".": "."}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a date, or any other word: its sense, value, language, and where it stands."""

    sense: str
    value: str
    language: str
    start: int
    end: int


def fold(word: str) -> str:
    """The word in the form that vocabulary is looked up by: small letters, one apostrophe, е for ё."""
    return word.lower().replace("’", "'").replace("ʼ", "'").replace("`", "'").replace("ё", "е")


@cache
def _tokens() -> re.Pattern[str]:
    suffixes = "|".join(sorted(re.escape(t.term) for t in load_terms(NAME) if t.sense == "ordinal_suffix"))
    return re.compile(
        rf"""(?P<date>\d{{4}}-\d\d-\d\d(?!\w)|\d{{1,2}}([./])\d{{1,2}}\2\d{{4}}(?!\w))
        |(?P<clock>\d{{1,2}}:\d\d(?!\w|[:.,]\d))
        |(?P<point>\d{{1,2}}\.\d\d(?!\w|[:.,]\d))
        |(?P<ordinal>\d{{1,2}}-?(?:{suffixes})(?!\w))
        |(?P<number>\d+(?:[.,]\d+)*)
        |(?P<code>[^\W\d_]+[-‑]?(?!(?:19|20)\d\d(?!\w))\d[\w-]*)
        |(?P<word>[^\W\d_]+(?:['’ʼ`](?!s\b)[^\W\d_]+)*)
        |(?P<mark>\n\s*\n|[^\w\s])""",
        re.VERBOSE | re.IGNORECASE,
    )


def _split(term: str) -> tuple[str, ...]:
    return tuple(fold(token.group()) for token in _tokens().finditer(term))


@cache
def _lexicon() -> dict[str, tuple[tuple[tuple[str, ...], Term], ...]]:
    """First word -> the terms that begin with it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for term in load_terms(NAME):
        if term.sense not in SIGNS:
            raise VocabularyError(f"{NAME}.csv: {term.term!r} has the unknown sense {term.sense!r}")
        if term.sense in INTEGERS and not re.fullmatch(r"-?\d+", term.value or ""):
            raise VocabularyError(f"{NAME}.csv: {term.term!r} as {term.sense} needs a whole number as its value")
        if SIGNS[term.sense]:
            words = _split(term.term)
            found.setdefault(words[0], []).append((words, term))
    return {first: tuple(sorted(terms, key=lambda entry: -len(entry[0]))) for first, terms in found.items()}


def words(text: str) -> tuple[list[Word], str]:
    """The words of a text, and a string with one sign for each of them (`SIGNS`)."""
    tokens = [(token.lastgroup or "", token.start(), token.end()) for token in _tokens().finditer(text)]
    found = list(_words(text, tokens))
    return found, "".join(MARKS.get(word.value, "|") if word.sense == "mark" else SIGNS[word.sense] for word in found)


def _words(text: str, tokens: list[tuple[str, int, int]]) -> Iterator[Word]:
    lexicon = _lexicon()
    position = 0
    while position < len(tokens):
        kind, start, end = tokens[position]
        position += 1
        token = text[start:end]
        if kind == "word":
            entries = lexicon.get(fold(token))
            if entries is None:
                yield Word("not_date", "", "", start, end)
                continue
            for terms, term in entries:
                last = position + len(terms) - 1
                here = len(terms) == 1 or tuple(fold(text[s:e]) for _, s, e in tokens[position - 1 : last]) == terms
                if here and _cased(term, token):
                    yield Word(term.sense, term.value or "", term.language, start, tokens[last - 1][2])
                    position = last
                    break
            else:
                yield Word("not_date", "", "", start, end)
        elif kind == "number":
            yield Word(_number(token, text[max(0, start - 1) : start]), token, "any", start, end)
        elif kind == "ordinal":
            yield Word(kind, re.split(r"\D", token, maxsplit=1)[0], "any", start, end)
        elif kind == "code":
            yield Word("not_date", "", "", start, end)
        else:
            yield Word(kind, token, "any", start, end)


def _cased(term: Term, token: str) -> bool:
    """English names of months and days have a capital: "may" and "march" in small letters are other words."""
    return token[0].isupper() or term.language != "en" or term.sense not in ("month", "month_short", "weekday_short")


def _number(token: str, before: str) -> str:
    if not token.isascii() or not token.isdigit() or before in ("$", "€", "£", "№", "#", "+", "/"):
        return "not_date"
    if len(token) <= 2:
        return "number"
    return "year" if len(token) == 4 and token[:2] in ("19", "20") else "not_date"
