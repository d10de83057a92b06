"""Finds the phrases that count persons in a sentence: "at least 16 people", "a man and a woman", "six of them"."""

import re
from dataclasses import replace

from dashboard.extract import number_words
from dashboard.extract.casualties_measures import measures
from dashboard.extract.casualties_phrases import Head, Phrase, joined
from dashboard.extract.casualties_tokens import Token

AGED = re.compile(r"\d+(?:-year-old|-month-old|-річн\w+|-летн\w+)|\w+-year-old")
OPENERS = (",", "(")
STARTS = frozenset(("article", "one", "single", "more", "family", "rank", *number_words.SENSES))
NAME_GAP = 4  # words that may stand between a count and the noun it counts


def find_phrases(tokens: list[Token]) -> tuple[list[Phrase], set[int]]:
    """The phrases of a sentence in order, and the positions of the words that tell ages.

    Listings of persons are joined: "a man and his wife" is one phrase of two.
    """
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = _phrase(tokens, at) if _begins(tokens[at]) else None
        if phrase is None:
            at += 1
            continue
        if at and tokens[at - 1].has("including") and phrase.head != "thing":
            phrase.subset = True
        if found and found[-1].measure == "age" and phrase.head == "bare" and _goes_on(tokens, found[-1], phrase):
            phrase.measure = "age"  # "aged 50, 62 and 71"
        if phrase.measure == "age" and (named := _named(tokens, found, phrase)) is not None:
            found.append(named)
        found.append(phrase)
        at = max(phrase.last, at + 1)
    return joined(tokens, [p for p in found if not p.measure]), _ages(tokens, found)


def _named(tokens: list[Token], found: list[Phrase], age: Phrase) -> Phrase | None:
    """The person whose name an age follows: "Olena Petrenko, 34,"."""
    last = first = age.first - 1
    while first > 0 and tokens[first - 1].capital and not tokens[first - 1].senses:
        first -= 1
    if first == last or tokens[last].word != "," or (found and found[-1].last > first):
        return None
    if found and found[-1].last == first and found[-1].head in ("one", "person"):
        found[-1].last = last  # "her daughter Sofia, 6,"
        return None
    return Phrase(first, last, 1, 1, 1, None, "one", [(first, last)], article=True, listing=True)


def _ages(tokens: list[Token], found: list[Phrase]) -> set[int]:
    """Where ages stand, with the commas or brackets around them."""
    ages: set[int] = set()
    for phrase in found:
        if phrase.measure != "age":
            continue
        first, last = phrase.first, phrase.last
        while first > 0 and (
            first - 1 in ages or tokens[first - 1].has("age", "and", "part_of") or tokens[first - 1].word in OPENERS
        ):
            first -= 1
        opener = tokens[first].word
        if last < len(tokens) and tokens[last].word in (",", ")") and opener in (",", "("):
            last += 1
        ages |= set(range(first, last))
    return ages


def _begins(token: Token) -> bool:
    """Whether a phrase can begin with a word: a quick look that spares a close one."""
    if token.senses and not STARTS.isdisjoint(token.senses):
        return True
    return token.word[0].isdigit() or "-" in token.word


def _goes_on(tokens: list[Token], one: Phrase, other: Phrase) -> bool:
    return all(t.word == "," or t.has("and") for t in tokens[one.last : other.first])


def _phrase(tokens: list[Token], at: int) -> Phrase | None:
    token = tokens[at]
    if token.has("more"):
        inner = _counted_behind(tokens, at)
        return replace(inner, first=at) if inner is not None else _indefinite(tokens, at)
    if token.has("family"):
        number = number_words.read(tokens, at + 1) if at + 1 < len(tokens) else None
        return _count(number, number.last, "person", at) if number else None
    if (number := number_words.read(tokens, at)) is not None:
        return _counted(tokens, number)
    return _indefinite(tokens, at)


def _counted_behind(tokens: list[Token], at: int) -> Phrase | None:
    """The count behind "another", "a further", "ще", of which two may stand together."""
    behind = at + 2 if at + 1 < len(tokens) and tokens[at + 1].has("more") else at + 1
    number = number_words.read(tokens, behind) if behind < len(tokens) else None
    phrase = _counted(tokens, number) if number is not None else None
    return None if phrase is None or phrase.measure else phrase


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
    if (measure := measures(tokens, number)) is not None:
        return Phrase(number.first, number.last, None, None, None, None, "thing", [], measure=measure)
    at = number.last
    if at < len(tokens) and tokens[at].has("more"):
        at += 1  # "three more people"
    if at < len(tokens) and tokens[at].has("part_of"):
        return _part(tokens, number, at)
    if at < len(tokens) and tokens[at].has("of_them"):
        return replace(_count(number, at + 1, "person"), subset=True)
    end, head = _head(tokens, at)
    if number.form == "ordinal" and head == "other":
        end, head = number.last, "bare"
    return _count(number, end, head)


def _head(tokens: list[Token], at: int) -> tuple[int, Head]:
    """Where the noun behind a count ends, and what it is."""
    for k in range(at, min(at + NAME_GAP, len(tokens))):
        token = tokens[k]
        if token.has("person", "single") and not (k > at and token.has("state")):
            return _behind(tokens, k + 1), "general" if token.has("general") else "person"
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
    if not token.word[0].isalpha():
        return AGED.fullmatch(token.word) is not None
    return not token.senses or (token.has("adjective", "limits") and not token.has("det"))


def _part(tokens: list[Token], number: number_words.Number, at: int) -> Phrase:
    """A count of a part: "six of them", "three of the dead"; but "three of its crew" are three persons."""
    last = at + 1
    subset, kind, head = False, None, "other"
    while last < len(tokens) and last < at + 5:
        token = tokens[last]
        if token.has("them"):
            subset, last = True, last + 1
            break
        if token.has("noun", "part", "state") and not token.has("aux"):
            subset, last = True, last + 1
            kind = token.senses.get("noun") or token.senses.get("part") or token.senses.get("state")
            break
        if token.has("those"):
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


def _indefinite(tokens: list[Token], at: int) -> Phrase | None:
    """One person by an article or none: "an elderly woman", "his wife", "another", "62-річний чоловік", "Woman"."""
    token = tokens[at]
    article = token.has("article", "one")
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
        if not (_inside(word) or word.has("ordinal", "rank")) or not (article or AGED.fullmatch(word.word)):
            break
    if token.has("rank") and (last := _name(tokens, at)) > at + 1:
        return Phrase(at, last, 1, 1, 1, None, "one", [(at, last)], article=True, listing=True)
    if token.has("another"):
        return Phrase(at, at + 1, 1, 1, 1, None, "bare", [(at, at + 1)], article=True)
    return None


def _name(tokens: list[Token], at: int) -> int:
    """Where a rank with a name ends: "Major General Ivan Petrov"."""
    while at < len(tokens) and tokens[at].has("rank"):
        at += 1
    while at < len(tokens) and tokens[at].capital and not tokens[at].senses:
        at += 1
    return at
