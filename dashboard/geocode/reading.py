"""Finds the names in a text that the gazetteer knows, each with its type word, before anything is decided."""

from dataclasses import dataclass, replace
from functools import cache

from dashboard.geocode.entries import Form
from dashboard.geocode.folding import is_cyrillic, loose_key
from dashboard.geocode.gazetteer import Found, Gazetteer
from dashboard.geocode.reviewed import Row
from dashboard.geocode.tokens import Token, joined, tokenise
from dashboard.geocode.words import load_terms
from dashboard.records import Place

KINDS: dict[str, frozenset[str]] = {
    "oblast": frozenset({"oblast"}),
    "district": frozenset({"city_district", "raion", "neighbourhood"}),
    "raion": frozenset({"raion", "city_district"}),
    "city_district": frozenset({"city_district", "neighbourhood"}),
    "settlement": frozenset({"city", "town", "village"}),
}


@dataclass(frozen=True, slots=True)
class Match:
    """A name as it stands in a text: tokens `first` up to `last` (exclusive), what it may name, and its type word."""

    first: int
    last: int
    start: int
    end: int
    places: tuple[tuple[Place, Form], ...]
    sense: str | None = None
    unfindable: Row | None = None


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A word that says what kind of place a name means."""

    sense: str
    plural: bool


@cache
def type_words() -> dict[str, TypeWord]:
    """The type words by key."""
    return {term.term: TypeWord(term.sense, term.term.endswith("s")) for term in load_terms("type_words")}


@cache
def words(sense: str) -> dict[str, str | None]:
    """The terms of a sense of negative_context.csv or ambiguous_words.csv, with their values."""
    terms = (*load_terms("negative_context"), *load_terms("ambiguous_words"))
    return {term.term: term.value for term in terms if term.sense == sense}


def read_names(text: str, gazetteer: Gazetteer) -> tuple[list[Token], list[Match]]:
    """The words of a text, and the longest known names in it in order, none overlapping."""
    tokens = tokenise(text)
    matches: list[Match] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        match = _longest(text, tokens, at, gazetteer) if token.capital else None
        if match is None:
            at += 1
            continue
        matches.append(match)
        at = match.last
    return tokens, _typed(text, tokens, matches)


def _longest(text: str, tokens: list[Token], at: int, gazetteer: Gazetteer) -> Match | None:
    token = tokens[at]
    letters = token.text.replace(".", "")
    if letters.isupper() and len(letters) <= 4 and (found := gazetteer.find("=" + letters)).places:
        return Match(at, at + 1, token.start, token.end, found.places)
    if len(letters) < 3 or (letters.isupper() and len(letters) < 4):
        return None
    first = gazetteer.find(token.key)
    loose = first if is_cyrillic(token.text) else gazetteer.find(loose_key(token.text))
    reach = max(first.longest, loose.longest)
    if not reach:
        return None
    run = [token]
    while len(run) < reach and at + len(run) < len(tokens) and joined(text, run[-1], tokens[at + len(run)]):
        run.append(tokens[at + len(run)])
    for length in range(len(run), 0, -1):
        last = run[length - 1]
        if length > 1 and not (last.capital or is_cyrillic(last.text)):
            continue
        found = _found(text, run[:length], gazetteer)
        if found.places or found.unfindable:
            return Match(at, at + length, token.start, last.end, found.places, None, found.unfindable)
    return None


def _found(text: str, run: list[Token], gazetteer: Gazetteer) -> Found:
    strict = gazetteer.find(" ".join(token.key for token in run))
    if is_cyrillic(run[0].text):
        return strict
    loose = gazetteer.find(loose_key(" ".join(token.text for token in run)))
    if not loose.places:
        return strict
    seen = {place.key for place, _ in strict.places}
    more = tuple(each for each in loose.places if each[0].key not in seen)
    return replace(strict, places=strict.places + more)


def _typed(text: str, tokens: list[Token], matches: list[Match]) -> list[Match]:
    """The matches with the type words that stand after them, before them ("city of"), or at the end of their list."""
    out = list(matches)
    for number, match in enumerate(matches):
        word = _after(text, tokens, match)
        if word is not None:
            out[number] = _narrow(match, word.sense, tokens[match.last].end)
            if word.plural or is_cyrillic(text[match.start : match.end]):
                for earlier in range(number - 1, -1, -1):
                    if not _listed(text, tokens, matches[earlier], matches[earlier + 1]):
                        break
                    out[earlier] = _narrow(matches[earlier], word.sense, None)
        elif out[number].sense is None and (sense := _before(text, tokens, match)):
            out[number] = _narrow(match, sense, None)
            for later in range(number + 1, len(matches)):
                if not sense or not _listed(text, tokens, matches[later - 1], matches[later]):
                    break
                if _after(text, tokens, matches[later]) is not None:
                    break
                out[later] = _narrow(matches[later], sense, None)
    return out


def _after(text: str, tokens: list[Token], match: Match) -> TypeWord | None:
    if match.last >= len(tokens) or not joined(text, tokens[match.last - 1], tokens[match.last]):
        return None
    return type_words().get(tokens[match.last].key)


def _before(text: str, tokens: list[Token], match: Match) -> str | None:
    if match.first < 2 or tokens[match.first - 1].key != "of":
        return None
    word = type_words().get(tokens[match.first - 2].key)
    if word is None or word.sense in {"district", "city_district"}:
        return None
    return word.sense


def _listed(text: str, tokens: list[Token], left: Match, right: Match) -> bool:
    """Whether only commas and conjunctions stand between two names."""
    between = text[left.end : right.start].replace(",", " ").split()
    return right.first - left.last <= 3 and all(
        word in {"and", "or", "the", "as", "well", "і", "та", "й", "и"} for word in between
    )


def _narrow(match: Match, sense: str, end: int | None) -> Match:
    """The match with only the places of a type word's kinds; as it stands where there are none."""
    kept = tuple((place, form) for place, form in match.places if place.kind in KINDS[sense])
    if not kept:
        return match
    return replace(match, places=kept, sense=sense, end=match.end if end is None else end)
