"""Reads numbers from tokens: figures, number words, ranges, vague amounts, and the words that qualify them."""

import re
from typing import Literal, NamedTuple

from dashboard.extract.casualties.tokens import NONE, Token, vocabulary

Form = Literal["digits", "words", "vague", "ordinal"]

GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+")
DECIMAL = re.compile(r"\d+[.,]\d+")
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|-?(?:й|го|ту|та|ий|а|я|ю|у))")
SENSES = ("small", "tens", "hundreds", "scale", "vague", "ordinal", "low", "about", "high", "between")
LARGEST = 10**9
LONGEST = 20  # longer strings of digits are telephone and account numbers


class Number(NamedTuple):
    """A number in a text, over `tokens[first:last]`; `core` is the first token behind the qualifier.

    `best`, `low` and `high` are `None` where the words do not give them: all three for "dozens".
    """

    first: int
    core: int
    last: int
    best: int | None
    low: int | None
    high: int | None
    qualifier: str | None
    form: Form


def read(tokens: list[Token], at: int) -> Number | None:
    """The number that begins at a position, with its qualifier ("at least 3", "5 to 7", "a dozen"), or `None`."""
    core, qualifier, sense = at, None, None
    token = tokens[at]
    for bound in ("low", "about", "high"):
        if bound in token.senses and not token.has("small", "tens"):
            core, qualifier, sense = at + 1, token.word, bound
            break
    if core >= len(tokens):
        return None
    if "between" in tokens[core].senses:
        return _between(tokens, at, core)
    number = _plain(tokens, core)
    if number is None:
        return None
    number = number if core == at else number._replace(first=at)
    if not (at and tokens[at - 1].has("starting")):  # "rose from 13 to 15" is no range
        number = _range(tokens, number)
    if number.last < len(tokens) and "low_after" in tokens[number.last].senses and qualifier is None:
        qualifier, sense = tokens[number.last].word, "low"
        number = number._replace(last=number.last + 1)
    return _qualified(number, qualifier, sense)


def _qualified(number: Number, qualifier: str | None, sense: str | None) -> Number:
    best = number.best
    if qualifier is None:
        return number
    if sense is None or best is None:
        return number._replace(qualifier=qualifier or number.qualifier)
    low = best if sense == "low" else None
    high = best if sense == "high" else None
    return number._replace(qualifier=qualifier, low=low, high=high)


def _between(tokens: list[Token], at: int, core: int) -> Number | None:
    lower = _plain(tokens, core + 1) if core + 1 < len(tokens) else None
    if lower is None or lower.last + 1 >= len(tokens) or not tokens[lower.last].has("and", "until"):
        return None
    upper = _plain(tokens, lower.last + 1)
    if upper is None or lower.best is None or upper.best is None or upper.best <= lower.best:
        return None
    word = tokens[core].word
    return Number(at, core, upper.last, lower.best, lower.best, upper.best, word, lower.form)


def _range(tokens: list[Token], number: Number) -> Number:
    """The number, or the range it begins: "5-7", "five or six"; the lower end is the best guess."""
    at = number.last
    if number.best is None or number.form == "ordinal" or at + 1 >= len(tokens) or not tokens[at].has("range"):
        return number
    upper = _plain(tokens, at + 1)
    if upper is None or upper.best is None or upper.form == "ordinal" or upper.best <= number.best:
        return number
    if upper.form != number.form and not tokens[at].word[0].isalpha():
        return number  # "Nov 24 — Thirty-five people"
    return number._replace(last=upper.last, low=number.best, high=upper.best)


def _plain(tokens: list[Token], at: int) -> Number | None:
    token = tokens[at]
    word = token.word
    if "vague" in token.senses:
        return Number(at, at, at + 1, None, None, None, word, "vague")
    if "ordinal" in token.senses:
        value = int(token.senses["ordinal"] or 0)
        return Number(at, at, at + 1, value, value, value, None, "ordinal")
    if word[0].isdigit():
        return _digits(tokens, at)
    if "indefinite" in token.senses and at + 1 < len(tokens) and "scale" in tokens[at + 1].senses:
        inner = _words(tokens, at + 1)
        return inner._replace(first=at, core=at) if inner else None
    return _words(tokens, at)


def _digits(tokens: list[Token], at: int) -> Number | None:
    word = tokens[at].word
    scale = _scale(tokens, at + 1)
    last = at + 2 if scale else at + 1
    if len(word) > LONGEST:
        return None
    if GROUPED.fullmatch(word) or word.isdigit():
        value = int(re.sub(r"\D", "", word)) * (scale or 1)
    elif DECIMAL.fullmatch(word) and scale:
        value = round(float(word.replace(",", ".")) * scale)
    elif ordinal := ORDINAL.fullmatch(word):
        value = int(ordinal.group(1))
        return Number(at, at, at + 1, value, value, value, None, "ordinal") if value < LARGEST else None
    else:
        return None
    return Number(at, at, last, value, value, value, None, "digits") if value < LARGEST else None


def _scale(tokens: list[Token], at: int) -> int | None:
    if at < len(tokens) and (value := tokens[at].senses.get("scale")):
        return int(value)
    return None


def _words(tokens: list[Token], at: int) -> Number | None:
    """Number words: "twenty-two", "one hundred and five", "two dozen", "двадцять двоє", "п'ять-сім"."""
    total, part, last = 0, 0, at
    pending = 100_000_000  # each word must be smaller than the one before it: "four and 24" are two numbers
    while last < len(tokens):
        token = tokens[last]
        if (scale := _scale(tokens, last)) is not None:
            if part * scale > LARGEST:
                break
            part, pending = max(part, 1) * scale, scale
            if scale >= 1000:
                total, part = total + part, 0
        elif (value := _small(token)) is not None:
            low, high = value
            if low >= pending or (pending == 12 and part):
                break
            if high != low:
                return Number(at, at, last + 1, low, low, high, None, "words") if last == at else None
            part, pending = part + low, 10 if low >= 20 and low % 10 == 0 else 1
            if low >= 100:
                pending = 100
        elif not (token.has("and") and last > at and pending >= 100 and _follows(tokens, last + 1, pending)):
            break
        last += 1
    if last == at:
        return None
    value_read = total + part
    return Number(at, at, last, value_read, value_read, value_read, None, "words") if value_read < LARGEST else None


def _follows(tokens: list[Token], at: int, below: int) -> bool:
    if below == 100_000_000 or at >= len(tokens):
        return False
    value = _small(tokens[at])
    return value is not None and value[0] < below


def _small(token: Token) -> tuple[int, int] | None:
    """The value of one number word, as (low, high); they differ in a hyphened range only."""
    for sense in ("small", "tens", "hundreds"):
        if value := token.senses.get(sense):
            return int(value), int(value)
    if "-" not in token.word:
        return None
    return _hyphened(token.word)


def _hyphened(word: str) -> tuple[int, int] | None:
    known = vocabulary("casualties_numbers")
    values: list[tuple[str, int]] = []
    for part in word.split("-"):
        senses = known.senses(part) if part else NONE
        sense = next((s for s in ("small", "tens") if senses.get(s)), None)
        if sense is None:
            return None
        values.append((sense, int(senses[sense] or 0)))
    if len(values) != 2:
        return None
    (first, low), (second, high) = values
    if first == "tens" and second == "small" and high < 10:
        return low + high, low + high
    return (low, high) if low < high else None
