"""Finds the phrases that count persons in a sentence: "at least 16 people", "a man and a woman", "six of them"."""

from dataclasses import replace
from itertools import pairwise

from dashboard.extract.casualties import number_words
from dashboard.extract.casualties.measures import behind_age, measures, one_more_age
from dashboard.extract.casualties.nouns import head
from dashboard.extract.casualties.phrases import DASHES, Head, Phrase, joined
from dashboard.extract.casualties.singles import named_person, single_person
from dashboard.extract.casualties.tokens import Token

PART_WORDS = 4  # words behind "of" among which the noun stands
OPENERS = (",", "(")
LISTED = ("one", "person", "general")
STARTS = frozenset(("another", "article", "one", "single", "more", "family", "rank", "he", *number_words.SENSES))


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
        before = at - 2 if at > 1 and tokens[at - 1].word in DASHES else at - 1  # "серед поранених — двоє дітей"
        if phrase.head != "thing" and (_is_included(tokens, phrase) or (at and tokens[before].has("including"))):
            phrase.subset = True
        if found and found[-1].measure == "age" and phrase.head == "bare" and _is_one_more(tokens, found[-1], phrase):
            phrase.measure = "age"  # "aged 50, 62 and 71"
        if phrase.measure == "age" and (named := named_person(tokens, found, phrase)) is not None:
            found.append(named)
        found.append(phrase)
        at = max(phrase.last, at + 1)
    found = sorted([*found, *_told_by_ages(tokens, found)], key=lambda phrase: phrase.first)
    _include_listed(tokens, [p for p in found if not p.measure])
    return joined(tokens, [p for p in found if not p.measure]), _ages(tokens, found)


def _include_listed(tokens: list[Token], found: list[Phrase]) -> None:
    """Marks those listed with a part as parts: "a nurse and her son among them", "including a nurse and a guard,"."""
    closed = False
    for one, other in reversed(list(pairwise(found))):
        closed = other.subset and (closed or _is_included(tokens, other))
        one.subset |= closed and one.head == "one" and _lists_on(tokens, one, other)
    for one, other in pairwise(found):
        if one.subset and one.head in LISTED and other.head in LISTED and _lists_on(tokens, one, other):
            behind = behind_age(tokens, other.last)
            other.subset |= behind >= len(tokens) or not tokens[behind].word[0].isalnum() or tokens[behind].has("and")


def _lists_on(tokens: list[Token], one: Phrase, other: Phrase) -> bool:
    """Whether no more than a comma or an "and" stands between two phrases, or an age."""
    between = tokens[behind_age(tokens, one.last) : other.first]
    return len(between) == 1 and (between[0].word == "," or between[0].has("and"))


def _told_by_ages(tokens: list[Token], found: list[Phrase]) -> list[Phrase]:
    """Persons counted by their ages alone: "women aged 31, 47 and 62 were injured" are three."""
    told: list[Phrase] = []
    ages = [phrase for phrase in found if phrase.measure == "age"]
    counted = {phrase.last for phrase in found if not phrase.measure}
    for number, first in enumerate(ages):
        at = first.first - 1
        while at > 0 and (tokens[at].has("age") or tokens[at].word == ","):
            at -= 1
        if at < 0 or not tokens[at].has("person") or tokens[at].has("single", "general") or at + 1 in counted:
            continue
        listed = 1
        while number + listed < len(ages) and _goes_on(tokens, ages[number + listed - 1], ages[number + listed]):
            listed += 1
        if listed > 1:
            told.append(Phrase(at, at + 1, listed, listed, listed, None, "person", [(at, at + 1)], listing=True))
    return told


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
        while one_more_age(tokens, last):
            last += 2
        while last < len(tokens) and tokens[last].has("unit"):
            last += 1
        if last < len(tokens) and tokens[last].word in (",", ")") and opener in (",", "("):
            last += 1
        ages |= set(range(first, last))
    return ages


def _is_included(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the words behind a phrase make it a part: "five people, a nurse among them, were hurt"."""
    behind = phrase.last
    if behind >= len(tokens) or not tokens[behind].has("including"):
        return False
    return behind + 1 == len(tokens) or not tokens[behind + 1].word[0].isalnum()


def _begins(token: Token) -> bool:
    """Whether a phrase can begin with a word: a quick look that spares a close one."""
    if token.senses and not STARTS.isdisjoint(token.senses):
        return True
    return token.word[0].isdigit() or "-" in token.word


def _is_one_more(tokens: list[Token], age: Phrase, phrase: Phrase) -> bool:
    """Whether a number is a further age; "a child of five, and six injured" has none."""
    harmed = phrase.last < len(tokens) and tokens[phrase.last].has("part", "noun", "verb")
    return not harmed and _goes_on(tokens, age, phrase)


def _goes_on(tokens: list[Token], one: Phrase, other: Phrase) -> bool:
    return all(t.word == "," or t.has("and") for t in tokens[one.last : other.first])


def _phrase(tokens: list[Token], at: int) -> Phrase | None:
    token = tokens[at]
    if token.has("more"):
        inner = _counted_behind(tokens, at)
        return replace(inner, first=at) if inner is not None else single_person(tokens, at)
    if token.has("family"):
        number = number_words.read(tokens, at + 1) if at + 1 < len(tokens) else None
        return _count(number, number.last, "person", at) if number else None
    if (number := number_words.read(tokens, at)) is not None:
        return _counted(tokens, number)
    if token.has("he"):
        return _with_his(tokens, at)
    return single_person(tokens, at)


def _with_his(tokens: list[Token], at: int) -> Phrase | None:
    """ "She and her two children were killed": the one told of before, and those listed with her."""
    if at + 2 >= len(tokens) or not tokens[at + 1].has("and"):
        return None
    owned = tokens[at + 2].has("owned")
    first = at + 3 if owned else at + 2  # "she and her two children", "he and eleven neighbours"
    number = number_words.read(tokens, first) if first < len(tokens) else None
    his = _counted(tokens, number) if number is not None else single_person(tokens, at + 2) if owned else None
    if his is None or his.best is None or his.head not in ("one", "person"):
        return None
    persons = his.best + 1
    return Phrase(at, his.last, persons, persons, persons, None, "person", [(at, his.last)], listing=owned)


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
        return _whole(tokens, number, at) if number.best is None else _part(tokens, number, at)
    if at < len(tokens) and tokens[at].has("of_them"):
        return replace(_count(number, at + 1, "person"), subset=True)
    end, what = head(tokens, at)
    if number.form == "ordinal" and what == "other":
        end, what = number.last, "bare"
    elif what == "other" and end == at + 1 and tokens[number.last - 1].has("collective"):
        what = "person"  # "двоє пасічників", whatever they are
    return _count(number, end, what)


def _whole(tokens: list[Token], number: number_words.Number, at: int) -> Phrase:
    """A vague part of a count, as that count: "most of the 14 wounded" tells of 14."""
    first = at + 2 if at + 1 < len(tokens) and tokens[at + 1].has("article") else at + 1
    whole = number_words.read(tokens, first) if first < len(tokens) else None
    counted = _counted(tokens, whole) if whole is not None and whole.best is not None else None
    return counted if counted is not None and not counted.measure else _part(tokens, number, at)


def _part(tokens: list[Token], number: number_words.Number, at: int) -> Phrase:
    """A count of a part: "six of them", "three of the dead"; but "three of its crew" are three persons."""
    for k in range(at + 1, min(at + 1 + PART_WORDS, len(tokens))):
        token = tokens[k]
        if token.has("those"):
            return _of_those(tokens, number, k)
        if token.has("them"):
            return replace(_count(number, k + 1, "person"), subset=True)
        if token.has("aux", "have"):
            return _count(number, k, "other")
        if (kind := _harm(token)) is not None:
            return replace(_count(number, k + 1, "person"), subset=True, of_kind=kind)
        if token.has("person", "single", "group"):
            return _count(number, k + 1, "person")
        if token.has("thing", "unit", "month"):
            return _count(number, k, "thing")
        if not token.word[0].isalnum():
            return _count(number, k, "thing" if k == at + 1 else "other")
    return _count(number, min(at + 1 + PART_WORDS, len(tokens)), "other")


def _of_those(tokens: list[Token], number: number_words.Number, at: int) -> Phrase:
    """ "23 of those who died" is a part of the dead; "six of those aboard" are six persons."""
    if not (at + 1 < len(tokens) and tokens[at + 1].has("relative", "part", "state")):
        return _count(number, at + 1, "person")
    harmed = (k for k in range(at + 1, min(at + PART_WORDS, len(tokens))) if _harm(tokens[k]) is not None)
    last = next(harmed, at)
    return replace(_count(number, last + 1, "person"), subset=True, of_kind=_harm(tokens[last]))


def _harm(token: Token) -> str | None:
    return next((token.senses[sense] for sense in ("noun", "did", "part", "state") if sense in token.senses), None)
