"""Refuses names that are no places where they stand: rivers, persons, papers, units, streets, ships."""

from dashboard.geocode.evidence import LARGE
from dashboard.geocode.governments import stands_for_government
from dashboard.geocode.lexis import GIVEN, NONE, TYPE
from dashboard.geocode.reading import Match
from dashboard.geocode.setting import AREAS, Passage, context
from dashboard.geocode.tokens import Word
from dashboard.geocode.town_raions import SETTLEMENTS
from dashboard.records import Place

CITY = 10_000  # people of a town after which plants and stations are called
HAMLETS = 10_000  # people: a place of fewer that is called like a river
ABBREVIATED = 5  # letters: "вул.", "просп."
REACH = 4  # how many capitalised words after a name may lead up to "Group", "University" and the like


def refused(passage: Passage, match: Match) -> str | None:
    """Why a name is no place where it stands; `None` where nothing speaks against it.

    Notes the names of persons it meets, so that a later "Jordan said" is not read as the country.
    """
    if match.first not in passage.judged:
        passage.judged[match.first] = _by_its_words(passage, match)
    return passage.judged[match.first] or _in_full(passage, match)


def _by_its_words(passage: Passage, match: Match) -> str | None:
    following = _next(passage, match)
    senses = following.senses if following else NONE
    before = _before(passage, match)
    return (
        (None if "water" in match.meanings.precisions else _water(passage, match, before, following))
        or _bare_type(passage, match)
        or ("a newspaper" if before and "paper before" in before.senses else None)
        or (_article(match, following) if before and before.key == "the" else None)
        or ("a unit, a ship or a weapon" if "unit after" in senses else None)
        or ("a street" if before and "street before" in before.senses else None)
        or ("a street" if following and following.capital and "street after" in senses else None)
        or _organisation(passage, match)
        or _longer(passage, match, following)
        or _person(passage, match)
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
    if gap != " " and (any(mark in gap for mark in "!?\n") or ("." in gap and len(word.text) > ABBREVIATED)):
        return None
    return word


def _bare_type(passage: Passage, match: Match) -> str | None:
    """ "The region" names none, though Australians call a part of theirs the Territory."""
    words = passage.tokens.words
    if words[match.first].key != "the" or any(TYPE not in each.senses for each in words[match.first + 1 : match.last]):
        return None
    return "no name but a word for a kind of place"


def _water(passage: Passage, match: Match, before: Word | None, following: Word | None) -> str | None:
    if following and "water after" in following.senses:
        return "a water or a landform"
    if match.sense is not None:
        return None
    words, at = passage.tokens.words, match.first
    earlier = words[at - 2] if before and at > 1 else None
    of = before is not None and before.key == "of"
    if before and ("water before" in before.senses or (of and earlier and "water of" in earlier.senses)):
        return "a water or a landform"
    if match.last - at == 1 and "river" in words[at].senses:
        if following and TYPE in following.senses:
            return "a river: 'Volga city', 'Don region'"
        if before and before.key == "the" and not words[at].possessive:
            return "a river: 'the' stands before it and no type word after it"
        if all(place.kind in SETTLEMENTS and (place.population or 0) < HAMLETS for place in match.open):
            return "a river: only hamlets far away share its name"
        if before and earlier and "bank" in earlier.senses and before.key in {"of", "the"}:
            return "a river: it has banks"
    return None


def _article(match: Match, following: Word | None) -> str | None:
    """Why a name with an article and no noun behind it ("the Caspian", "the Union of") is no town."""
    if match.sense is not None:
        return None
    if following and "locative" not in following.senses and "conjunction" not in following.senses:
        return None  # "the Boston police"
    small = all(place.kind in SETTLEMENTS and (place.population or 0) < LARGE for place in match.open)
    return "a small town has no article" if small else None


def _organisation(passage: Passage, match: Match) -> str | None:
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
    if match.first > 1 and words[match.first - 1].key == "of":
        head = words[match.first - 2]
        if head.capital and "organisation of" in head.senses and not tokens.starts(match.first - 2):
            return "part of the name of an organisation or a person's title"
    return None


def _longer(passage: Passage, match: Match, following: Word | None) -> str | None:
    """Why a name is part of one that no source has: an article goes on with it ("Ain al-Hilweh"), or a facility's."""
    if following is None:
        return None
    words = passage.tokens.words
    if match.first and "facility" in following.senses:
        owner = words[match.first - 1]
        owned = owner.possessive or owner.key in {"its", "their"}
        if owned and all((place.population or 0) < CITY for place in match.open):
            return "the name of a facility: 'the city's Luch plant', but not 'Rosneft's Ryazan plant'"
    if f"{words[match.last - 1].key} {following.key}" in context("compound"):
        return "an ordinary thing: 'guinea pigs'"
    if "article within" not in following.senses:
        return None
    return "part of a longer name" if passage.text.startswith("-", passage.tokens.end(match.last)) else None


def _person(passage: Passage, match: Match) -> str | None:
    if match.sense is not None:
        return None
    tokens, words = passage.tokens, passage.tokens.words
    first, last = words[match.first], words[match.last - 1]
    if match.first:
        before = words[match.first - 1]
        if "speaker before" in before.senses and not any(_speaks(place) for place in match.open):
            passage.persons.add(last.key)
            return "a person who says something"
        if before.capital and not before.possessive:
            gap = tokens.gap(match.first)
            initial = len(before.text) == 1 and gap == ". "
            named = GIVEN in before.senses and tokens.spaced(match.first) and not _is_match(passage, match.first - 1)
            titled = "title" in before.senses and gap in (" ", ". ") and "country" not in match.meanings.precisions
            if initial or named or titled:
                passage.persons.add(last.key)
                return "part of a person's name"
    single = match.last - match.first == 1
    if single and GIVEN in first.senses and not first.possessive and match.last < len(words):
        after = words[match.last]
        if after.capital and tokens.spaced(match.last) and not _is_place_word(passage, match.last):
            passage.persons.update((first.key, after.key))
            return "part of a person's name"
    return None


def _in_full(passage: Passage, match: Match) -> str | None:
    """Why a name is a person's that the report names in full elsewhere."""
    if match.sense is not None or match.last - match.first > 1:
        return None
    known = passage.tokens.words[match.first].key in passage.persons
    if known and not _at(passage, match) and not _after_place(passage, match):
        return "the name of a person that the report names in full"
    return None


def _speaks(place: Place) -> bool:
    return place.precision == "country" or stands_for_government(place)


def _at(passage: Passage, match: Match) -> bool:
    return passage.tokens.key(match.first - 1) in {"in", "у", "в", "во"}


def _after_place(passage: Passage, match: Match) -> bool:
    """Whether a comma after another name leads up to this one ("Amman, Jordan")."""
    before = passage.covering.get(match.first - 1)
    return before is not None and passage.text[before.end : match.start] == ", "


def _is_match(passage: Passage, at: int) -> bool:
    match = passage.covering.get(at)
    return match is not None and match.sense is not None


def _is_place_word(passage: Passage, at: int) -> bool:
    if not _KINDS_AND_TITLES.isdisjoint(passage.tokens.words[at].senses):
        return True
    match = passage.covering.get(at)
    return match is not None and not AREAS.isdisjoint(match.meanings.precisions)


_KINDS_AND_TITLES = frozenset({TYPE, "calendar", "title"})
