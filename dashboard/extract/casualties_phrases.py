"""Finds the phrases that count persons in a sentence: "at least 16 people", "a man and a woman", "six of them"."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.extract import number_words
from dashboard.extract.casualties_tokens import Token

Head = Literal["person", "one", "general", "bare", "other", "thing"]

AGED = re.compile(r"\d+(?:-year-old|-month-old|-річн\w+|-летн\w+)|\w+-year-old")
YEAR = range(1900, 2100)
OLDEST = 115
NAME_GAP = 4  # words that may stand between a count and the noun it counts
GENERAL = (
    "people",
    "persons",
    "civilians",
    "residents",
    "людей",
    "осіб",
    "человек",
    "цивільних",
    "мешканців",
    "passengers",
)


@dataclass(slots=True)
class Phrase:
    """Words that count persons, over `tokens[first:last]`. `head` says what they count."""

    first: int
    last: int
    best: int | None
    low: int | None
    high: int | None
    qualifier: str | None
    head: Head
    spans: list[tuple[int, int]]  # token ranges
    ordinal: bool = False
    article: bool = False
    listing: bool = False
    subset: bool = False
    of_kind: str | None = None
    measure: bool = False  # an age, a date, a distance: no phrase of ours
    used: bool = False


def phrases(tokens: list[Token]) -> list[Phrase]:
    """The phrases of a sentence in order, lists of persons joined ("a man and his wife" is one phrase of two)."""
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = _phrase(tokens, at)
        if phrase is None:
            at += 1
            continue
        found.append(phrase)
        at = max(phrase.last, at + 1)
    return _joined(tokens, [p for p in found if not p.measure])


def _phrase(tokens: list[Token], at: int) -> Phrase | None:
    token = tokens[at]
    if token.has("more") and at + 1 < len(tokens):
        inner = _phrase(tokens, at + 1)
        return replace(inner, first=at) if inner and inner.first == at + 1 and not inner.article else None
    if token.has("family"):
        number = number_words.read(tokens, at + 1) if at + 1 < len(tokens) else None
        return _count(number, number.last, "person", at) if number else None
    if (number := number_words.read(tokens, at)) is not None and not (
        number.best == 1
        and token.word in ("one",)
        and number.last < len(tokens)
        and tokens[number.last].word == "another"
    ):
        return _counted(tokens, number)
    return _indefinite(tokens, at)


def _count(number: number_words.Number, last: int, head: Head, first: int | None = None) -> Phrase:
    start = number.first if first is None else first
    return Phrase(
        start,
        last,
        number.best,
        number.low,
        number.high,
        number.qualifier,
        head,
        [(start, last)],
        number.form == "ordinal",
    )


def _counted(tokens: list[Token], number: number_words.Number) -> Phrase | None:
    if _measures(tokens, number):
        return Phrase(number.first, number.last, None, None, None, None, "thing", [], measure=True)
    at = number.last
    if at < len(tokens) and tokens[at].has("more"):
        at += 1  # "three more people"
    if at < len(tokens) and tokens[at].word in ("of", "із", "з", "из"):
        return _part(tokens, number, at)
    end, head = _head(tokens, at)
    return _count(number, end, head)


def _head(tokens: list[Token], at: int) -> tuple[int, Head]:
    """Where the noun behind a count ends, and what it is."""
    for k in range(at, min(at + NAME_GAP, len(tokens))):
        token = tokens[k]
        if token.has("person", "single") and not (k > at and token.has("state")):
            return _behind(tokens, k + 1), "general" if token.word in GENERAL else "person"
        if token.has("thing", "unit"):
            return k + 1, "thing"
        if not _inside(token):
            return (at, "bare") if k == at else (k, "other")
    return (at, "bare") if at >= len(tokens) else (at + 1, "other")


def _behind(tokens: list[Token], at: int) -> int:
    """Takes a compound noun's further words along: "railway workers", "police officers"."""
    while at < len(tokens) and tokens[at].has("person", "single") and not tokens[at].has("state", "part"):
        at += 1
    return at


def _inside(token: Token) -> bool:
    """Whether a word may stand between a count and its noun."""
    if not token.word[0].isalnum():
        return False
    return not token.senses or (token.has("adjective", "limits") and not token.has("det"))


def _part(tokens: list[Token], number: number_words.Number, at: int) -> Phrase:
    """A count of a part: "six of them", "three of the dead"; but "three of its crew" are three persons."""
    last = at + 1
    subset, kind, head = False, None, "other"
    while last < len(tokens) and last < at + 5:
        token = tokens[last]
        if token.has("them") and token.word != "those":
            subset, last = True, last + 1
            break
        if token.has("noun", "part", "state") and not token.has("aux"):
            subset, last = True, last + 1
            kind = token.senses.get("noun") or token.senses.get("part") or token.senses.get("state")
            break
        if token.word == "those":
            subset, last = True, last + 1
            for k in range(last, min(last + 4, len(tokens))):
                if tokens[k].has("did", "part", "state"):
                    kind, last = (
                        tokens[k].senses.get("did") or tokens[k].senses.get("part") or tokens[k].senses.get("state"),
                        k + 1,
                    )
                    break
            break
        if token.has("person", "single"):
            head, last = "person", last + 1
            break
        if token.has("thing", "unit", "month") or not token.word[0].isalnum():
            head = "thing"
            break
        last += 1
    phrase = _count(number, last, "person" if subset else head)  # type: ignore[arg-type]
    phrase.subset, phrase.of_kind = subset, kind
    return phrase


def _measures(tokens: list[Token], number: number_words.Number) -> bool:
    """Whether a number is an age, a date, a clock time, a distance, money or a weapon, and counts no persons."""
    before = tokens[number.first - 1] if number.first else None
    behind = tokens[number.last] if number.last < len(tokens) else None
    if behind is not None and (behind.has("unit", "month") and not behind.has("person")):
        return True
    if before is not None and (before.word in "$€£₴₽№#[" or before.has("month", "age")) and number.first == number.core:
        return True
    if number.form != "digits" and number.form != "words":
        return False
    value = number.best or 0
    if number.form == "digits" and value in YEAR and not (behind is not None and behind.has("person", "part", "state")):
        return len(tokens[number.core].word) == 4
    return value <= OLDEST and _age(tokens, number, before, behind)


def _age(tokens: list[Token], number: number_words.Number, before: Token | None, behind: Token | None) -> bool:
    """ "a woman of 45", "a woman, 65, died", "two women, 27 and 30, and a man", "Anna (34)"."""
    if before is None:
        return False
    at = number.first
    if before.word == "of" and at >= 2 and tokens[at - 2].has("single", "person") and not tokens[at - 2].has("family"):
        return True
    closes = behind is None or behind.word in (",", ")", ";", ".", "and", "—")
    if before.word in (",", "(") and at >= 2 and closes:
        owner = tokens[at - 2]
        person = owner.has("single", "person") or (owner.capital and not owner.senses)
        return (
            person
            and number.form == "digits"
            and (behind is None or behind.word != "and" or _two_ages(tokens, number.last))
        )
    if before.word == "and" and at >= 3 and tokens[at - 3].word == "," and tokens[at - 4].has("person"):
        return behind is not None and behind.word in (",", ")")
    return False


def _two_ages(tokens: list[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].word.isdigit() and tokens[at + 2].word in (",", ")", ".")


def _indefinite(tokens: list[Token], at: int) -> Phrase | None:
    """One person by an article or none: "an elderly woman", "his wife", "another", "62-річний чоловік", "Woman"."""
    token = tokens[at]
    article = token.word in ("a", "an", "another", "his", "her", "their", "the", "its") or token.has("one")
    start = at + 1 if article else at
    for k in range(start, min(start + NAME_GAP, len(tokens))):
        word = tokens[k]
        if "single" in word.senses:
            value = int(word.senses["single"] or 1)
            phrase = Phrase(
                at,
                _behind(tokens, k + 1),
                value,
                value,
                value,
                None,
                "one",
                [(at, k + 1)],
                article=article,
                listing=True,
            )
            phrase.spans = [(at, phrase.last)]
            return phrase
        if AGED.fullmatch(word.word):
            behind = tokens[k + 1] if k + 1 < len(tokens) else None
            if behind is None or behind.has("part", "did", "state", "aux", "care") or not behind.word[0].isalnum():
                return Phrase(at, k + 1, 1, 1, 1, None, "one", [(at, k + 1)], article=article, listing=True)
            continue
        if not article or not (_inside(word) or word.has("ordinal", "rank")):
            break
    if token.word == "another":
        return Phrase(at, at + 1, 1, 1, 1, None, "bare", [(at, at + 1)], article=True)
    return None


def _joined(tokens: list[Token], found: list[Phrase]) -> list[Phrase]:
    """Joins plain listings of persons, and drops what only says who they were ("two passengers, a man and a woman")."""
    joined: list[Phrase] = []
    for phrase in found:
        if joined and _lists(tokens, joined[-1], phrase):
            last = joined[-1]
            total = (last.best or 0) + (phrase.best or 0)
            joined[-1] = replace(
                last, last=phrase.last, best=total, low=total, high=total, spans=last.spans + phrase.spans, listing=True
            )
        else:
            joined.append(phrase)
    return [_explained(tokens, joined, k) for k in range(len(joined))]


def _explained(tokens: list[Token], joined: list[Phrase], k: int) -> Phrase:
    phrase = joined[k]
    if k and phrase.listing and _explains(tokens, joined[k - 1], phrase):
        phrase.subset = True
    return phrase


def _explains(tokens: list[Token], one: Phrase, other: Phrase) -> bool:
    """Whether a listing only says who the persons counted before it were."""
    same = one.best is not None and one.best == other.best and other.head in ("one", "person") and other.listing
    return same and [t.word for t in tokens[one.last : other.first]] in ([","], ["—"], ["–"], ["-"], [":"], ["("])


def _lists(tokens: list[Token], one: Phrase, other: Phrase) -> bool:
    if one.subset or other.subset or one.best is None or other.best is None or one.qualifier or other.qualifier:
        return False
    if one.head not in ("one", "person") or other.head not in ("one", "person") or one.ordinal or other.ordinal:
        return False
    gap = _without_ages(tokens, one.last, other.first)
    return gap in (["and"], [","], [",", "and"], ["і"], ["та"], ["й"], ["и"], ["з"], ["із"], ["с"])


def _without_ages(tokens: list[Token], first: int, last: int) -> list[str]:
    """The words between two phrases without the ages: "of 55", "aged 60", ", 65 and 70,"."""
    words = [t.word for t in tokens[first:last]]
    text = " ".join(words)
    text = re.sub(
        r"^(?:of|aged|,|\() ?\w+(?: and \d+)?(?: years| years old| років| лет| р)? ?(?:\)|(?= ,| and|$))", "", text
    ).strip()
    text = re.sub(r"^, (?=, )", "", text)
    return text.split()
