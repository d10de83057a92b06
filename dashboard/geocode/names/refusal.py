"""Refuses names that are no places where they stand: rivers, persons, papers, units, streets, ships."""

import re
from functools import cache

from dashboard.geocode.names.evidence import LARGE
from dashboard.geocode.names.lexis import NONE, TYPE
from dashboard.geocode.names.persons import named_in_full, person
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.setting import Passage, context
from dashboard.geocode.names.tokens import Word
from dashboard.geocode.sources.town_raions import SETTLEMENTS

CITY = 10_000  # people of a town after which plants and stations are called
HAMLETS = 10_000  # people: a place of fewer that is called like a river
ABBREVIATED = 5  # letters: "вул.", "просп."
REACH = 4  # how many capitalised words after a name may lead up to "Group", "University" and the like


def note_persons(passage: Passage) -> None:
    """Notes the persons that a text names in full, so that an earlier "Jordan said" is not read as the country; and why
    its names are no places by the words around them, for `refused`."""
    if not passage.judged:
        passage.judged.update({match.first: _by_its_words(passage, match) for match in passage.matches})


def refused(passage: Passage, match: Match) -> str | None:
    """Why a name is no place where it stands; `None` where nothing speaks against it. To be asked of a text whose
    persons are noted."""
    return passage.judged[match.first] or (named_in_full(passage, match) if passage.persons else None)


def _by_its_words(passage: Passage, match: Match) -> str | None:
    words = passage.tokens.words
    word, left = words[match.first], words[match.first - 1]
    before, following = _before(passage, match), _next(passage, match)
    led, article = (before.senses, before.key) if before else (NONE, "")
    senses, capital = (following.senses, following.capital) if following else (NONE, False)
    single = match.last - match.first == 1
    numbered = single and ("calendar" in word.senses or "country" in match.meanings.precisions)
    wet = "water after" in senses or "water before" in led or article == "of" or "river" in word.senses
    return (
        (_water(passage, match, before, following) if wet else None)
        or (_bare_type(passage, match) if word.key == "the" else None)
        or ("a newspaper, a station or an airline" if before and "paper before" in led and before.capital else None)
        or (_article(match, following) if article == "the" else None)
        or (_one_of_many(match, following) if article in _ONE else None)
        or (_numbered(passage, match, article) if numbered else None)
        or ("a unit, a ship or a weapon" if "unit after" in senses else None)
        or ("a street" if "street before" in led or (capital and "street after" in senses) else None)
        or (_before_organisation(passage, match) if capital else None)
        or (_behind_organisation(passage, match) if left.key in _OF and match.first > 1 else None)
        or (_is_end(passage, match) if passage.text[match.start - 1] == "-" else None)
        or (_longer(passage, match, following) if following else None)
        or person(passage, match)
    )


def _next(passage: Passage, match: Match) -> Word | None:
    """The word that follows in one breath."""
    at, tokens = match.last, passage.tokens
    return tokens.words[at] if at < len(tokens.words) and tokens.joined(at) else None


def _before(passage: Passage, match: Match) -> Word | None:
    """The word before a name in the same sentence; the stop behind a short one is that of an abbreviation."""
    if not match.first:
        return None
    word, gap = passage.tokens.words[match.first - 1], passage.tokens.gap(match.first)
    if gap == " ":
        return word
    if "!" in gap or "?" in gap or "\n" in gap or ("." in gap and len(word.text) > ABBREVIATED):
        return None
    return word


def _bare_type(passage: Passage, match: Match) -> str | None:
    """ "The region" names none, though Australians call a part of theirs the Territory."""
    further = passage.tokens.words[match.first + 1 : match.last]
    return "no name but a word for a kind of place" if all(TYPE in each.senses for each in further) else None


def _water(passage: Passage, match: Match, before: Word | None, following: Word | None) -> str | None:
    if "water" in match.meanings.precisions:
        return None
    if following and "water after" in following.senses:
        return "a water or a landform"
    words, at = passage.tokens.words, match.first
    if match.sense is not None:
        tiny = all(place.kind in SETTLEMENTS and (place.population or 0) < HAMLETS for place in match.open)
        called = "river" in words[at].senses and before is not None and before.key == "the"
        return "a river: 'the Volga city'" if called and tiny and match.open else None
    earlier = words[at - 2] if before and at > 1 else None
    of = before is not None and before.key == "of"
    spaced = passage.tokens.spaced(at)
    if before and spaced and ("water before" in before.senses or (of and earlier and "water of" in earlier.senses)):
        return "a water or a landform"
    if match.last - at == 1 and "river" in words[at].senses:
        if following and TYPE in following.senses:
            return "a river: 'Volga city', 'Don region'"
        bordering = following is not None and following.key in _LINES
        if before and before.key == "the" and not words[at].possessive and not bordering:
            return "a river: 'the' stands before it and no type word after it"
        if all(place.kind in SETTLEMENTS and (place.population or 0) < HAMLETS for place in match.open):
            return "a river: only hamlets far away share its name"
        if before and earlier and "bank" in earlier.senses and before.key in {"of", "the"} and not bordering:
            return "a river: it has banks"
    return None


_LINES = frozenset({"line", "border"})  # "across the Ohio line": of a state


def _article(match: Match, following: Word | None) -> str | None:
    """Why a name with an article and no noun behind it ("the Caspian", "the Union of") is no town."""
    if match.sense is not None or not match.open:
        return None  # "in the Saltivskyi": an adjective
    if following and _NO_NOUNS.isdisjoint(following.senses):
        return None  # "the Boston police"
    small = all(place.kind in SETTLEMENTS and (place.population or 0) < LARGE for place in match.open)
    return "a small town has no article" if small else None


def _one_of_many(match: Match, following: Word | None) -> str | None:
    """Why a name with "a" and no noun behind it is a thing: "in a Hercules", but "a Paris court"."""
    if match.sense is not None or (following is not None and _NOUNS.isdisjoint(following.senses)):
        return None
    return "one of many things of that name: 'a' stands before it"


_ONE, _OF = frozenset({"a", "an"}), frozenset({"of", "the"})
_NO_NOUNS = frozenset({"locative", "conjunction", "verb after"})
_NOUNS = _NO_NOUNS | {"calendar"}
_NUMBER = re.compile(r"[ -]\d")
_DAY = re.compile(r"\d\d? $")


def _numbered(passage: Passage, match: Match, article: str) -> str | None:
    """Why a name with a number beside it is a road ("U.S. 278", but not "the US 7th Fleet"), or a month ("4 March")."""
    text, words = passage.text, passage.tokens.words
    short = match.end - match.start <= 4 and article != "the"
    if short and "country" in match.meanings.precisions and _NUMBER.match(text, match.end):
        return "a road: a number stands behind it"
    month = "calendar" in words[match.first].senses and (
        _NUMBER.match(text, match.end) or _DAY.search(text, max(0, match.start - 3), match.start)
    )
    return "a month: a day or a year stands beside it" if month else None


def _before_organisation(passage: Passage, match: Match) -> str | None:
    tokens, words = passage.tokens, passage.tokens.words
    at = match.last
    if words[at - 1].possessive:
        return None
    while at < min(len(words), match.last + REACH) and words[at].capital and tokens.joined(at):
        if "organisation" in words[at].senses and not (passage.headline and at > match.last):
            return "part of the name of an organisation or a treaty"
        if words[at].possessive:
            break
        at += 1
    return None


def _behind_organisation(passage: Passage, match: Match) -> str | None:
    tokens, words = passage.tokens, passage.tokens.words
    if words[match.last - 1].possessive:
        return None
    of = match.first - 1 - (words[match.first - 1].key == "the")  # "University of the Philippines"
    if of > 0 and words[of].key == "of":
        head = words[of - 1]
        if head.capital and "organisation of" in head.senses and not tokens.starts(of - 1):
            return "part of the name of an organisation or a person's title"
    return None


@cache
def _compounds() -> dict[str, set[str]]:
    """The words that make an ordinary thing of a name before them, by the name's last word: "guinea pigs"."""
    found: dict[str, set[str]] = {}
    for first, _, second in (term.partition(" ") for term in context("compound")):
        found.setdefault(first, set()).add(second)
    return found


_RIVER_BEFORE = re.compile(r"\w-(?:upon|on|under|by|in|le|la|les|sur|sous|en|de|am|an|im|ob|do|da|del|di)-$")


def _is_end(passage: Passage, match: Match) -> str | None:
    longer = _RIVER_BEFORE.search(passage.text, max(0, match.start - 12), match.start)
    return "the end of a longer name: 'Hay-on-Wye'" if longer else None


def _longer(passage: Passage, match: Match, following: Word) -> str | None:
    """Why a name is part of one that no source has: an article goes on with it ("Ain al-Hilweh"), or a facility's."""
    words = passage.tokens.words
    if match.first and "facility" in following.senses:
        owner = words[match.first - 1]
        owned = owner.possessive or owner.key in {"its", "their"}
        if owned and all((place.population or 0) < CITY for place in match.open):
            return "the name of a facility: 'the city's Luch plant', but not 'Rosneft's Ryazan plant'"
    if following.key in _compounds().get(words[match.last - 1].key, ()):
        return "an ordinary thing: 'guinea pigs'"
    if match.first and "brand" in following.senses and words[match.first - 1].possessive and match.sense is None:
        return "a company: 'Germany's Douglas chain'"
    if "article within" not in following.senses:
        return None
    return "part of a longer name" if passage.text.startswith("-", passage.tokens.end(match.last)) else None
