"""Describes where a name stands: after a preposition, in a person's or an organisation's name, beside its parent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.geocode.folding import is_cyrillic, key
from dashboard.geocode.forms import case_forms
from dashboard.geocode.reading import Match, type_words
from dashboard.geocode.tokens import Token, spaced
from dashboard.geocode.words import load_terms, terms_of

HEADLINE = 0.6  # share of capitals from which a title is written in headline style


@dataclass(frozen=True, slots=True)
class Passage:
    """A title or a body: its text, words and names, and all its words as they are `written`.

    `covering` gives the name that a word belongs to, by the word's number; `persons` the keys of persons' names.
    """

    text: str
    tokens: Sequence[Token]
    matches: Sequence[Match]
    covering: Mapping[int, Match]
    written: frozenset[str]
    headline: bool
    persons: set[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a name.

    `locative`: a preposition of place before it; `starts`: it begins a sentence; `listed`: joined to another name by a
    comma or a conjunction; `dateline`: it opens a line and a dash, a bracket or a stop follows, or it fills a cell;
    `crowded`: another capitalised word adjoins, so that it may be part of a longer name; `ordinary`, `personal`: its
    word is also an ordinary word, a given name or a surname; `given`: a given name.
    """

    locative: bool
    starts: bool
    listed: bool
    dateline: bool
    crowded: bool
    ordinary: bool
    personal: bool
    given: bool


@cache
def context(sense: str) -> frozenset[str]:
    """The words of a sense of context_words.csv."""
    return terms_of("context_words", sense)


@cache
def given_names() -> frozenset[str]:
    """Given names by key, Cyrillic ones in all cases."""
    names: set[str] = set()
    for term in load_terms("given_names"):
        names.update({key(form) for form in case_forms(term.term)} if is_cyrillic(term.term) else {key(term.term)})
    return frozenset(names)


def setting(passage: Passage, number: int) -> Setting:
    """The surroundings of a passage's name."""
    match = passage.matches[number]
    tokens, text = passage.tokens, passage.text
    first = tokens[match.first]
    before = tokens[match.first - 1] if match.first else None
    single = match.last - match.first == 1
    name = " ".join(token.key for token in tokens[match.first : match.last])
    personal = single and (first.key in given_names() or first.key in terms_of("surnames", "surname"))
    locative = before is not None and _locative(passage, match)
    listed = False
    for other, left, right in ((number - 1, number - 1, number), (number + 1, number, number + 1)):
        if 0 <= other < len(passage.matches):
            gap = text[passage.matches[left].end : passage.matches[right].start]
            listed = listed or gap.strip(" ,\n") in LINKS or gap in (", ", "-", "–")
    rest = text[match.end : match.end + 12].lstrip(" ")
    line = text[text.rfind("\n", 0, match.start) + 1 : match.start]
    cell = line.rstrip().endswith("|") and rest[:1] == "|"
    return Setting(
        locative=locative,
        starts=first.starts,
        listed=listed,
        dateline=cell
        or (
            not any(letter.isalpha() for letter in line)
            and rest[:1] in ("—", "–", "(", ":", "-", ",", ".")
            and (text[match.start : match.end].isupper() or rest[:1] != ",")
        ),
        crowded=not passage.headline and _crowded(passage, match, personal) and not _in_headline(passage, match),
        ordinary=name in terms_of("ordinary_words", "ordinary word")
        or (single and first.text.lower() in passage.written),
        personal=personal,
        given=personal and first.key in given_names(),
    )


LINKS = frozenset({"and", "or", "і", "та", "й", "и", "або", "или", "to", "–", "-", ", and"})


def _locative(passage: Passage, match: Match) -> bool:
    words = []
    for token in reversed(passage.tokens[max(0, match.first - 3) : match.first]):
        words.append(token.key)
    if passage.tokens[match.first].starts and not passage.tokens[match.first - 1].starts:
        last = passage.tokens[match.first - 1]
        gap = passage.text[last.end : match.start]
        if any(mark in gap for mark in "!?\n") or ("." in gap and len(last.text) > 3):
            return False
    if words[0] in ("the", "a") or words[0] in context("qualifier direction"):
        words = words[1:]
    if words and words[0] == "of":
        led = context("qualifier direction") | context("title") | type_words().keys()
        return len(words) > 1 and words[1] in (led | context("edge"))
    return bool(words) and words[0] in context("locative")


def _crowded(passage: Passage, match: Match, personal: bool) -> bool:
    tokens = passage.tokens
    if match.first:
        before = tokens[match.first - 1]
        if (
            before.capital
            and spaced(passage.text, before, tokens[match.first])
            and not _allowed(before)
            and before.key not in terms_of("ordinary_words", "ordinary word")
            and not (before.starts and not is_name(before) and not personal)
            and not _matched(passage, match.first - 1)
        ):
            return True
    if match.last < len(tokens):
        after = tokens[match.last]
        if (
            after.capital
            and not tokens[match.last - 1].possessive
            and spaced(passage.text, tokens[match.last - 1], after)
            and not _allowed(after)
            and not _matched(passage, match.last)
            and not (is_name(after) and (is_cyrillic(after.text) or _locative_alone(passage, match, personal)))
        ):
            return True
    return False


def _locative_alone(passage: Passage, match: Match, personal: bool) -> bool:
    """Whether a person's name may follow a place's: "мер Сум Артем Кобзар", "In Geneva Margaret Chan"."""
    return not personal and match.first > 0 and _locative(passage, match)


def _in_headline(passage: Passage, match: Match) -> bool:
    """Whether a name's line is a headline: without a full stop, and most of its longer words in capitals."""
    start = passage.text.rfind("\n", 0, match.start) + 1
    end = passage.text.find("\n", match.end)
    line = passage.text[start : end if end >= 0 else None].rstrip()
    words = [word for word in line.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return line[-1:] not in ".!?" and len(words) > 3 and capitals >= HEADLINE * len(words)


def is_name(token: Token) -> bool:
    """Whether a word is a given name."""
    return token.key in given_names()


def _allowed(token: Token) -> bool:
    word = token.key
    return (
        word in context("qualifier")
        or word in context("qualifier direction")
        or word in context("calendar")
        or word in context("title")
        or word in context("locative")
        or word in type_words()
        or len(token.text) == 1
        or sum(letter.isupper() for letter in token.text) > 1  # "FPV", "БпЛА", "HIMARS"
    )


def _matched(passage: Passage, at: int) -> bool:
    """Whether a word belongs to a region's or a country's name, beside which another name may stand ("Lima Peru")."""
    match = passage.covering.get(at)
    return match is not None and (
        match.sense is not None or any(place.precision in {"country", "admin1"} for place in match.open)
    )
