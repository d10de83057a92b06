"""Finds the names in a text that the gazetteer knows, each with its type word, before anything is decided."""

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cache

from dashboard.geocode.entries import Form
from dashboard.geocode.folding import is_cyrillic
from dashboard.geocode.gazetteer import Gazetteer
from dashboard.geocode.reviewed import Row
from dashboard.geocode.tokens import Token, Tokens, joined
from dashboard.geocode.words import depth, load_kinds, load_terms, terms_of
from dashboard.records import Place

AT_TOWN = ", at its main town"  # ends the origin of a district that no source has
SETTLEMENTS = frozenset({"city", "town", "village"})

# The kinds of places that each sense of a type word allows, best first.
KINDS: dict[str, tuple[frozenset[str], ...]] = {
    "oblast": (frozenset({"oblast"}), frozenset({"area"})),
    "republic": (frozenset({"oblast"}), frozenset({"country"})),
    "district": (frozenset({"city_district", "raion"}), frozenset({"neighbourhood"})),
    "raion": (frozenset({"raion"}), frozenset({"city_district"})),
    "okrug": (frozenset({"raion"}), frozenset({"city_district"}), frozenset({"oblast"})),
    "neighbourhood": (frozenset({"neighbourhood", "city_district"}),),
    "settlement": (SETTLEMENTS,),
    "hromada": (SETTLEMENTS,),
    "state": (frozenset({"oblast"}),),
    "facility": (SETTLEMENTS,),
    "county": (frozenset({"oblast", "county"}),),
}
# "five districts of Kyiv", "neighbourhoods of Beirut": the name after "of" is the city, not the district.
_PARENT_AFTER = frozenset({"district", "raion", "okrug", "neighbourhood"})


@dataclass(frozen=True, slots=True)
class Match:
    """A name as it stands in a text: tokens `first` up to `last` (exclusive), what it may name, and its type word.

    `last` counts the type word where that belongs to the name. `open` are the places that the name can mean as it
    stands: a stem only beside its type word.
    """

    first: int
    last: int
    start: int
    end: int
    places: tuple[tuple[Place, Form], ...]
    sense: str | None = None
    unfindable: Row | None = None
    open: tuple[Place, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Works `open` out once: some names have hundreds of places."""
        opened = tuple(place for place, form in self.places if self.sense or form == "name")
        object.__setattr__(self, "open", opened)


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A word that says what kind of place a name means."""

    sense: str
    plural: bool


@cache
def type_words() -> dict[str, TypeWord]:
    """The type words by key. `value` of the vocabulary row is "plural" where the word is one."""
    return {term.term: TypeWord(term.sense, term.value == "plural") for term in load_terms("type_words")}


def read_names(text: str, tokens: Tokens, gazetteer: Gazetteer) -> list[Match]:
    """The longest known names among the words of a text, in order, none overlapping, with their type words."""
    matches: list[Match] = []
    past = 0
    for at in tokens.capitals:
        if at < past:
            continue
        match = _abbreviated(text, tokens, at, matches, gazetteer) or _longest(text, tokens, at, gazetteer)
        if match is not None:
            matches.append(match)
            past = match.last
    return _understood(text, tokens, _typed(text, tokens, matches))


def _understood(text: str, tokens: list[Token], matches: list[Match]) -> list[Match]:
    """The matches with the type word that bare adjectives leave out: "15 громад. Юнаківська: ...", "у Хотінській —".

    It is the last plural one that stands before them on its own.
    """
    bare = [
        n
        for n, match in enumerate(matches)
        if match.sense is None and match.places and not match.open and _stands_alone(text, tokens, match)
    ]
    if not bare:
        return matches
    named = {at for match in matches for at in range(match.first, match.last)}
    known = ((at, type_words().get(token.key)) for at, token in enumerate(tokens) if at not in named)
    plurals = [(at, word.sense) for at, word in known if word is not None and word.plural]
    out = list(matches)
    for n in bare:
        before = bisect_left(plurals, (matches[n].first, ""))
        if before:
            out[n] = _narrow(matches[n], plurals[before - 1][1], None, adjective=True)
    return out


def _stands_alone(text: str, tokens: list[Token], match: Match) -> bool:
    """Whether no noun follows that a Cyrillic adjective could go with."""
    if not is_cyrillic(tokens[match.first].text):
        return False
    if match.last >= len(tokens) or not joined(text, tokens[match.last - 1], tokens[match.last]):
        return True
    return tokens[match.last].key in _CONJUNCTIONS


@cache
def _abbreviations() -> dict[str, str]:
    """The ISO 3166-2 code for an abbreviated region: "La.", "TX"."""
    terms = load_terms("region_names")
    return {term.term: term.value or "" for term in terms if term.sense == "abbreviation"}


def _abbreviated(text: str, tokens: Tokens, at: int, matches: list[Match], gazetteer: Gazetteer) -> Match | None:
    """An abbreviated region, which is one only after a name and a comma: "Alexandria, La."."""
    token = tokens[at]
    typed = at > 1 and tokens[at - 1].key in type_words()  # "Madison County, Ala."
    if not matches or matches[-1].last != at - typed or text[tokens[at - 1].end : token.start] != ", ":
        return None
    dot = text[token.end : token.end + 1] == "." and not token.text.endswith(".")
    code = _abbreviations().get(token.text + "." if dot else token.text)
    if code is None:
        return None
    found = gazetteer.find("=" + code)
    return Match(at, at + 1, token.start, token.end + dot, found.places, "state") if found.places else None


def _longest(text: str, tokens: Tokens, at: int, gazetteer: Gazetteer) -> Match | None:
    token = tokens[at]
    shout = token.text.isupper()
    letters = token.text.replace(".", "") if shout else token.text
    if shout and len(letters) <= 4 and (found := gazetteer.find("=" + letters)).places:
        return Match(at, at + 1, token.start, token.end, found.places)
    reach = gazetteer.named(token.text).longest
    if not reach:
        return None
    run = [token]
    while len(run) < reach and at + len(run) < len(tokens) and joined(text, run[-1], tokens[at + len(run)]):
        run.append(tokens[at + len(run)])
    for length in range(len(run), 0, -1):
        last = run[length - 1]
        if length == 1 and (len(letters) < 3 or (shout and len(letters) < 4) or _is_just_a_type(token)):
            return None
        if (shout and length > 1 and not last.text.isupper()) or (not last.capital and last.key in type_words()):
            continue
        found = gazetteer.named(" ".join([word.text for word in run[:length]]) if length > 1 else token.text)
        if found.places and not last.capital and not is_cyrillic(letters):
            # "Zaporizhzhia nuclear power plant", but not "Nice work"
            found = replace(found, places=tuple(each for each in found.places if each[0].precision == "site"))
        if found.places or found.unfindable:
            return Match(at, at + length, token.start, last.end, found.places, None, found.unfindable)
    return None


def _is_just_a_type(token: Token) -> bool:
    """Whether a word that begins a sentence only says what kind of place is told of: "Посёлок накрыли"."""
    return token.starts and token.key in terms_of("context_words", "locative") and is_cyrillic(token.text)


def _typed(text: str, tokens: Tokens, matches: list[Match]) -> list[Match]:
    """The matches with the type words that stand after them, before them ("city of"), or at the end of their list."""
    out = list(matches)
    for number, match in enumerate(matches):
        word, last = _after(text, tokens, match)
        if word is not None:
            chain = [number]
            if word.plural:
                while chain[-1] and _listed(text, tokens, matches[chain[-1] - 1], matches[chain[-1]]):
                    chain.append(chain[-1] - 1)
            if word.plural and len(chain) == 1 and match.open and not is_cyrillic(tokens[match.first].text):
                continue  # "Kyiv districts": the districts of Kyiv, not one of them
            rural = any(token.key in _rural() for token in tokens[match.last : last])
            for each in chain:
                if each == number or out[each].sense is None:
                    named = _small(match) if rural and each == number else matches[each]
                    out[each] = _narrow(named, word.sense, tokens[last] if each == number else None, last, True)
        elif match.sense is None and (before := _before(tokens, match)):
            out[number] = _narrow(match, before.sense, None)
            later = number + 1
            while before.plural and later < len(matches) and _listed(text, tokens, matches[later - 1], matches[later]):
                out[later] = _narrow(matches[later], before.sense, None)
                later += 1
    return out


@cache
def _rural() -> frozenset[str]:
    """The words that tell a community around a village: "сільська громада"."""
    return frozenset(term.term for term in load_terms("context_words") if term.value == "rural")


def _small(match: Match) -> Match:
    """The match with villages only, as the name of a rural community; as it stands where it names none."""
    kept = tuple((place, form) for place, form in match.places if place.kind == "village")
    return replace(match, places=kept) if kept else match


def _after(text: str, tokens: Tokens, match: Match) -> tuple[TypeWord | None, int]:
    """The type word behind a name and its number, past what kind of district it is ("міська територіальна громада")."""
    at = match.last
    while at < len(tokens) and joined(text, tokens[at - 1], tokens[at]):
        word = type_words().get(tokens[at].key)
        if word is not None and _is_of_facility(text, tokens, at):
            break  # "Zolochiv district hospital"
        if word is not None:
            return word, at
        if tokens[at].key not in terms_of("context_words", "type qualifier"):
            break
        at += 1
    return None, at


def _is_of_facility(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a type word says what kind of facility the next word names."""
    following = at + 1 < len(tokens) and joined(text, tokens[at], tokens[at + 1])
    return following and tokens[at + 1].key in terms_of("context_words", "public building")


def _before(tokens: Tokens, match: Match) -> TypeWord | None:
    if match.first < 2 or tokens[match.first - 1].key != "of":
        return None
    word = type_words().get(tokens[match.first - 2].key)
    return None if word is None or word.sense in _PARENT_AFTER else word


def _listed(text: str, tokens: Tokens, left: Match, right: Match) -> bool:
    """Whether only commas and conjunctions stand between two names."""
    if right.first - left.last > 3:
        return False
    gap = text[left.end : right.start]
    between = gap.replace(",", " ").split()
    return bool(between or "," in gap) and all(word in _CONJUNCTIONS for word in between)


_CONJUNCTIONS = frozenset(part for term in terms_of("context_words", "conjunction") for part in term.split())


def _narrow(match: Match, sense: str, behind: Token | None, at: int = 0, adjective: bool = False) -> Match:
    """The match with only the places of a type word's kinds; as it stands where there are none.

    The type word `behind`, token `at`, stands after it and belongs to the name; `adjective` says that one stands after
    it or its list.
    """
    wide = match if behind is None else replace(match, last=at + 1, end=behind.end)
    for kinds in KINDS[sense]:
        kept = tuple((place, form) for place, form in match.places if place.kind in kinds and _fits(place, sense))
        if kept:
            return replace(wide, places=kept, sense=sense)
    if sense in {"district", "raion", "okrug"} and adjective:
        kept = tuple((around(place), form) for place, form in match.places if heads_district(place))
        if kept:
            return replace(wide, places=kept, sense=sense)
    if sense == "county":
        return replace(match, places=())  # a county is not the town it is named after
    return match


def _fits(place: Place, sense: str) -> bool:
    """Whether a region may be called a state or a county: only what is one, or has no type of its own."""
    if sense not in {"state", "county"}:
        return True
    word = type_words().get(place.name.split()[-1].lower())
    return word.sense == sense if word else sense == "state"


def heads_district(place: Place) -> bool:
    """Whether districts of the place's country are named after their main towns, and no source has them."""
    return place.kind in SETTLEMENTS and depth().get(place.country or "", (0, ""))[1] == "ru"


def around(town: Place) -> Place:
    """The district that is named after a town, where no source has it: at the town, with the assumed radius."""
    return replace(
        town,
        name=f"{town.name} District",
        kind="raion",
        precision="raion",
        radius_m=load_kinds()["raion"].radius_m,
        radius_assumed=True,
        origin=f"{town.origin}{AT_TOWN}",
        population=None,
    )


def is_supposed(place: Place) -> bool:
    """Whether a district is one that no source has, supposed around the town it is named after."""
    return place.origin.endswith(AT_TOWN)
