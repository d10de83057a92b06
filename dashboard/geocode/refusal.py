"""Refuses names that are no places where they stand: rivers, persons, papers, units, streets, ships."""

from dashboard.geocode.evidence import LARGE
from dashboard.geocode.governments import stands_for_government
from dashboard.geocode.reading import SETTLEMENTS, Match, type_words
from dashboard.geocode.setting import Passage, context, given_names, is_name
from dashboard.geocode.tokens import joined, spaced
from dashboard.records import Place

CITY = 10_000  # people of a town after which plants and stations are called
HAMLETS = 10_000  # people: a place of fewer that is called like a river
REACH = 4  # how many capitalised words after a name may lead up to "Group", "University" and the like


def refused(passage: Passage, match: Match) -> str | None:
    """Why a name is no place where it stands; `None` where nothing speaks against it.

    Notes the names of persons it meets, so that a later "Jordan said" is not read as the country.
    """
    waters = any(place.precision == "water" for place in match.open)
    following = _next(passage, match)
    return (
        (None if waters else _water(passage, match, following))
        or _bare_type(passage, match)
        or ("a newspaper" if _key(passage, match.first - 1) in context("paper before") else None)
        or _article(passage, match, following)
        or ("a unit, a ship or a weapon" if following in context("unit after") else None)
        or _street(passage, match, following)
        or _organisation(passage, match)
        or _longer(passage, match, following)
        or _person(passage, match)
    )


def _key(passage: Passage, at: int) -> str:
    return passage.tokens[at].key if 0 <= at < len(passage.tokens) else ""


def _next(passage: Passage, match: Match) -> str:
    """The key of the word that follows in one breath, or ""."""
    at = match.last
    if at >= len(passage.tokens) or not joined(passage.text, passage.tokens[at - 1], passage.tokens[at]):
        return ""
    return passage.tokens[at].key


def _bare_type(passage: Passage, match: Match) -> str | None:
    """ "The region" names none, though Australians call a part of theirs the Territory."""
    keys = [token.key for token in passage.tokens[match.first : match.last]]
    return (
        "no name but a word for a kind of place" if keys[0] == "the" and set(keys[1:]) <= type_words().keys() else None
    )


def _water(passage: Passage, match: Match, following: str) -> str | None:
    before, earlier = _key(passage, match.first - 1), _key(passage, match.first - 2)
    if following in context("water after"):
        return "a water or a landform"
    if match.sense is not None:
        return None
    if before in context("water before") or (before == "of" and earlier in context("water of")):
        return "a water or a landform"
    single = match.last - match.first == 1
    if single and passage.tokens[match.first].key in context("river"):
        if following in type_words():
            return "a river: 'Volga city', 'Don region'"
        if before == "the" and not passage.tokens[match.last - 1].possessive:
            return "a river: 'the' stands before it and no type word after it"
        if all(place.kind in SETTLEMENTS and (place.population or 0) < HAMLETS for place in match.open):
            return "a river: only hamlets far away share its name"
        if earlier in context("bank") and before in {"of", "the"}:
            return "a river: it has banks"
    return None


def _article(passage: Passage, match: Match, following: str) -> str | None:
    """Why a name with an article and no noun behind it ("the Caspian", "the Union of") is no town."""
    if match.sense is not None or _key(passage, match.first - 1) != "the":
        return None
    if following and following not in context("locative") and following not in context("conjunction"):
        return None  # "the Boston police"
    small = all(place.kind in SETTLEMENTS and (place.population or 0) < LARGE for place in match.open)
    return "a small town has no article" if small else None


def _street(passage: Passage, match: Match, following: str) -> str | None:
    at = match.last
    if following in context("street after") and passage.tokens[at].capital:
        return "a street"
    return "a street" if _key(passage, match.first - 1) in context("street before") else None


def _organisation(passage: Passage, match: Match) -> str | None:
    if passage.tokens[match.last - 1].possessive:
        return None
    tokens = passage.tokens
    at = match.last
    while at < min(len(tokens), match.last + REACH) and joined(passage.text, tokens[at - 1], tokens[at]):
        if not tokens[at].capital:
            break
        if tokens[at].key in context("organisation") and not (passage.headline and at > match.last):
            return "part of the name of an organisation or a treaty"
        if tokens[at].possessive:
            break
        at += 1
    if _key(passage, match.first - 1) == "of" and match.first > 1:
        head = tokens[match.first - 2]
        if head.capital and not head.starts and head.key in context("organisation of"):
            return "part of the name of an organisation or a person's title"
    return None


def _longer(passage: Passage, match: Match, following: str) -> str | None:
    """Why a name is part of one that no source has: an article goes on with it ("Ain al-Hilweh"), or a facility's."""
    owner = passage.tokens[match.first - 1] if match.first else None
    owned = owner is not None and (owner.possessive or owner.key in {"its", "their"})
    small = all((place.population or 0) < CITY for place in match.open)
    if owned and small and following in context("facility"):
        return "the name of a facility: 'the city's Luch plant', but not 'Rosneft's Ryazan plant'"
    if f"{_key(passage, match.last - 1)} {following}" in context("compound"):
        return "an ordinary thing: 'guinea pigs'"
    if following not in context("article within"):
        return None
    return "part of a longer name" if passage.text.startswith("-", passage.tokens[match.last].end) else None


def _person(passage: Passage, match: Match) -> str | None:
    tokens, text = passage.tokens, passage.text
    if match.sense is not None:
        return None
    first, last = tokens[match.first], tokens[match.last - 1]
    single = match.last - match.first == 1
    if match.first:
        before = tokens[match.first - 1]
        if before.key in context("speaker before") and not any(_speaks(place) for place in match.open):
            passage.persons.add(last.key)
            return "a person who says something"
        if before.capital and not before.possessive:
            initial = len(before.text) == 1 and text[before.end : first.start] == ". "
            named = is_name(before) and spaced(text, before, first) and not _is_match(passage, match.first - 1)
            titled = (
                before.key in context("title")
                and text[before.end : first.start] in (" ", ". ")
                and not any(place.precision == "country" for place in match.open)
            )
            if initial or named or titled:
                passage.persons.add(last.key)
                return "part of a person's name"
    if single and first.key in given_names() and not first.possessive and match.last < len(tokens):
        after = tokens[match.last]
        if after.capital and spaced(text, first, after) and not _is_place_word(passage, match.last):
            passage.persons.update((first.key, after.key))
            return "part of a person's name"
    if single and first.key in passage.persons and not _at(passage, match) and not _after_place(passage, match):
        return "the name of a person that the report names in full"
    return None


def _speaks(place: Place) -> bool:
    return place.precision == "country" or stands_for_government(place)


def _at(passage: Passage, match: Match) -> bool:
    return _key(passage, match.first - 1) in {"in", "у", "в", "во"}


def _after_place(passage: Passage, match: Match) -> bool:
    """Whether a comma after another name leads up to this one ("Amman, Jordan")."""
    before = passage.covering.get(match.first - 1)
    return before is not None and passage.text[before.end : match.start] == ", "


def _is_match(passage: Passage, at: int) -> bool:
    match = passage.covering.get(at)
    return match is not None and match.sense is not None


def _is_place_word(passage: Passage, at: int) -> bool:
    word = passage.tokens[at].key
    if word in type_words() or word in context("calendar") or word in context("title"):
        return True
    match = passage.covering.get(at)
    return match is not None and any(place.precision in {"country", "admin1"} for place in match.open)
