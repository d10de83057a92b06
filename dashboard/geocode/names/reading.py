"""Finds the names in a text that the gazetteer knows, each with its type word, before anything is decided."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, partial

from dashboard.geocode.names.lexis import TYPE
from dashboard.geocode.names.tokens import Tokens
from dashboard.geocode.names.type_words import TypeWord, of_sense, type_words
from dashboard.geocode.sources.found import Beginning
from dashboard.geocode.sources.gazetteer import Gazetteer
from dashboard.geocode.sources.meanings import NO_MEANINGS, Meanings, Named
from dashboard.geocode.sources.reviewed import Row
from dashboard.geocode.spelling.folding import is_cyrillic
from dashboard.geocode.spelling.words import load_terms, terms_of
from dashboard.records import Place

# "five districts of Kyiv", "neighbourhoods of Beirut": the name after "of" is the city, not the district.
_PARENT_AFTER = frozenset({"district", "raion", "okrug", "neighbourhood"})


_ITSELF = frozenset({"the", "a", "an", "in", ""})  # before "city of" and the city's name


@dataclass(slots=True, eq=False)
class Match:
    """A name as it stands in a text: tokens `first` up to `last` (exclusive), what it may name, and its type word.

    `last` counts the type word where that belongs to the name.
    """

    first: int
    last: int
    start: int
    end: int
    meanings: Meanings = NO_MEANINGS
    sense: str | None = None
    unfindable: Row | None = None

    @property
    def open(self) -> tuple[Place, ...]:
        """The places that the name can mean as it stands: a stem only beside its type word."""
        return self.meanings.open


def read_names(tokens: Tokens, gazetteer: Gazetteer) -> list[Match]:
    """The longest known names among the words of a text, in order, none overlapping, with their type words."""
    matches: list[Match] = []
    words, beginnings, past = tokens.words, gazetteer.beginnings, 0
    for at in tokens.capitals:
        if at < past:
            continue
        match = None
        if 0 < past >= at - 1:  # an abbreviation stands behind a name, or behind its type word
            match = _abbreviated(tokens, at, past, gazetteer)
        if match is None and (begun := beginnings[words[at]]) is not None:
            match = _longest(tokens, at, begun, gazetteer)
        if match is not None:
            matches.append(match)
            past = match.last
    return _understood(tokens, _typed(tokens, matches)) if matches else matches


def _understood(tokens: Tokens, matches: list[Match]) -> list[Match]:
    """The matches with the type word that bare adjectives leave out: "15 громад. Юнаківська: ...", "у Хотінській —".

    It is the last plural one that stands before them on its own.
    """
    bare = [
        n
        for n, match in enumerate(matches)
        if match.sense is None and not match.meanings.open and match.meanings.places and _stands_alone(tokens, match)
    ]
    if not bare:
        return matches
    named = {at for match in matches for at in range(match.first, match.last)}
    known = ((at, type_words().get(tokens.words[at].key)) for at in tokens.kinds if at not in named)
    plurals = [(at, word.sense) for at, word in known if word is not None and word.plural]
    out = list(matches)
    for n in bare:
        before = bisect_left(plurals, (matches[n].first, ""))
        if before:
            out[n] = _narrow(matches[n], plurals[before - 1][1], adjective=True)
    return out


def _stands_alone(tokens: Tokens, match: Match) -> bool:
    """Whether no noun follows that a Cyrillic adjective could go with."""
    if not is_cyrillic(tokens.words[match.first].text):
        return False
    if match.last >= len(tokens) or not tokens.joined(match.last):
        return True
    return tokens.words[match.last].key in _CONJUNCTIONS


@cache
def _abbreviations() -> dict[str, str]:
    """The ISO 3166-2 code for an abbreviated region: "La.", "TX"."""
    terms = load_terms("region_names")
    return {term.term: term.value or "" for term in terms if term.sense == "abbreviation"}


def _abbreviated(tokens: Tokens, at: int, behind: int, gazetteer: Gazetteer) -> Match | None:
    """An abbreviated region, which is one only after a name and a comma: "Alexandria, La."."""
    typed = at > 1 and TYPE in tokens.words[at - 1].senses  # "Madison County, Ala."
    if behind != at - typed or tokens.gap(at) != ", ":
        return None
    written, end = tokens.words[at].text, tokens.end(at)
    dot = tokens.text[end : end + 1] == "." and not written.endswith(".")
    code = _abbreviations().get(written + "." if dot else written)
    if code is None:
        return None
    meanings = gazetteer.find("=" + code).meanings.narrowed("all", lambda places: places)
    return Match(at, at + 1, tokens.begins[at], end + dot, meanings, "state") if meanings.places else None


def _longest(tokens: Tokens, at: int, begun: Beginning, gazetteer: Gazetteer) -> Match | None:
    words, word, start = tokens.words, tokens.words[at], tokens.begins[at]
    if begun.longest > 1 and at + 1 < len(words):
        following = words[at + 1]
        goes_on = word.possessive or following.possessive or gazetteer.continued[word, following]
        if goes_on and (longer := _longer(tokens, at, begun, gazetteer)):
            return longer
    found = begun.alone
    if found is None or ("locative" in word.senses and not begun.code and _is_just_a_type(tokens, at)):
        return None
    return Match(at, at + 1, start, start + len(word.text), found.meanings, None, found.unfindable)


def _longer(tokens: Tokens, at: int, begun: Beginning, gazetteer: Gazetteer) -> Match | None:
    """The longest name of several words that begins with a word."""
    words = tokens.words
    reach, length = min(begun.longest, len(words) - at), 1
    while length < reach and (tokens.joined(at + length) or tokens.gap(at + length) in _OWNS):
        length += 1
    start = tokens.begins[at]
    for number in range(at + length - 1, at, -1):
        last = words[number]
        if last.possessive and (owned := _named_as_owner(tokens, at, number, gazetteer)):
            return owned
        if (begun.shout and not last.text.isupper()) or (not last.capital and TYPE in last.senses):
            continue
        end = tokens.end(number)
        found = gazetteer.named[tokens.text[start:end]]
        meanings = found.meanings
        if meanings.places and not last.capital and not is_cyrillic(words[at].text):
            # "Zaporizhzhia nuclear power plant", but not "Nice work"
            meanings = meanings.narrowed("site", _sites, typed=False)
        if meanings.places or found.unfindable:
            return Match(at, number + 1, start, end, meanings, None, found.unfindable)
    return None


def _named_as_owner(tokens: Tokens, at: int, last: int, gazetteer: Gazetteer) -> Match | None:
    """A name of several words that ends in 's by itself: "St. John's", "Prince George's County"."""
    start, end = tokens.begins[at], tokens.end(last) + 2
    if tokens.text[end - 2 : end] not in ("'s", "’s"):
        return None
    typed = last + 1 < len(tokens) and TYPE in tokens.words[last + 1].senses and tokens.gap(last + 1) in _OWNS
    meanings = gazetteer.named[tokens.text[start:end]].meanings
    own = any(
        (typed or form == "name") and place.name.replace("’", "'").endswith(_ENDS) for place, form in meanings.places
    )
    return Match(at, last + 1, start, end, meanings) if own else None


_OWNS, _ENDS = frozenset({"'s ", "’s "}), ("'s", "'s County")


def _sites(places: Named) -> Named:
    return tuple(each for each in places if each[0].precision == "site")


def _is_just_a_type(tokens: Tokens, at: int) -> bool:
    """Whether a word that may stand before a place begins a sentence, and says only what kind of place is told of:
    "Посёлок накрыли"."""
    return is_cyrillic(tokens.words[at].text) and tokens.starts(at)


def _typed(tokens: Tokens, matches: list[Match]) -> list[Match]:
    """The matches with the type words that stand after them, before them ("city of"), or at the end of their list."""
    out = list(matches)
    for number, match in enumerate(matches):
        word, last = _after(tokens, match)
        if word is not None:
            chain = [number]
            if word.plural:
                while chain[-1] and _listed(tokens, matches[chain[-1] - 1], matches[chain[-1]]):
                    chain.append(chain[-1] - 1)
            if word.plural and len(chain) == 1 and match.open and not is_cyrillic(tokens.words[match.first].text):
                continue  # "Kyiv districts": the districts of Kyiv, not one of them
            rural = any(each.key in _rural() for each in tokens.words[match.last : last])
            for each in chain:
                if each == number or out[each].sense is None:
                    named = _small(match) if rural and each == number else matches[each]
                    behind = (last + 1, tokens.end(last)) if each == number else None
                    out[each] = _narrow(named, word.sense, behind, adjective=True)
        elif match.sense is None and (before := _before(tokens, match)):
            out[number] = _narrow(match, before.sense)
            later = number + 1
            while before.plural and later < len(matches) and _listed(tokens, matches[later - 1], matches[later]):
                out[later] = _narrow(matches[later], before.sense)
                later += 1
    return out


@cache
def _rural() -> frozenset[str]:
    """The words that tell a community around a village: "сільська громада"."""
    return frozenset(term.term for term in load_terms("context_words") if term.value == "rural")


def _small(match: Match) -> Match:
    """The match with villages only, as the name of a rural community; as it stands where it names none."""
    kept = match.meanings.narrowed("village", _villages, typed=match.meanings.typed)
    return replace(match, meanings=kept) if kept.places else match


def _villages(places: Named) -> Named:
    return tuple((place, form) for place, form in places if place.kind == "village")


def _after(tokens: Tokens, match: Match) -> tuple[TypeWord | None, int]:
    """The type word behind a name and its number, past what kind of district it is ("міська територіальна громада")."""
    words, at = tokens.words, match.last
    while at < len(words):
        senses = words[at].senses
        typed = TYPE in senses
        if not (typed or "type qualifier" in senses) or not (tokens.joined(at) or tokens.begins[at] == match.end + 1):
            break
        county = words[at].capital and typed and type_words()[words[at].key].sense == "county"
        if typed and not county and _is_of_facility(tokens, at):
            break  # "Zolochiv district hospital", but not "the Lamar County school board"
        if typed and not words[at].capital and type_words()[words[at].key].sense == "township":
            break  # a poor quarter, in South Africa, and no part of a county
        if typed:
            return type_words()[words[at].key], at
        at += 1
    return None, at


def _is_of_facility(tokens: Tokens, at: int) -> bool:
    """Whether a type word says what kind of facility the next word names."""
    following = at + 1 < len(tokens) and "public building" in tokens.words[at + 1].senses
    return following and tokens.joined(at + 1)


def _before(tokens: Tokens, match: Match) -> TypeWord | None:
    if match.first < 2 or tokens.words[match.first - 1].key != "of":
        return None
    word = type_words().get(tokens.words[match.first - 2].key)
    if word is None or word.sense in _PARENT_AFTER:
        return None
    country = "country" in match.meanings.precisions and tokens.key(match.first - 3) not in _ITSELF
    return None if country and word.sense == "settlement" else word  # "the largest city of Cuba"


def _listed(tokens: Tokens, left: Match, right: Match) -> bool:
    """Whether only commas and conjunctions stand between two names."""
    if right.first - left.last > 3:
        return False
    gap = tokens.text[left.end : right.start]
    between = gap.replace(",", " ").split()
    return bool(between or "," in gap) and all(word in _CONJUNCTIONS for word in between)


_CONJUNCTIONS = frozenset(part for term in terms_of("context_words", "conjunction") for part in term.split())


def _narrow(match: Match, sense: str, behind: tuple[int, int] | None = None, *, adjective: bool = False) -> Match:
    """The match with only the places of a type word's kinds; as it stands where there are none.

    `behind` says where a type word ends that stands after it and belongs to the name: the number of the next token, and
    the offset; `adjective` that one stands after it or its list.
    """
    meanings = match.meanings.narrowed((sense, adjective), partial(of_sense, sense=sense, adjective=adjective))
    if meanings.places:
        last, end = behind or (match.last, match.end)
        return Match(match.first, last, match.start, end, meanings, sense, match.unfindable)
    if sense in {"county", "parish"}:
        return replace(match, meanings=NO_MEANINGS)  # a county is not the town it is named after
    return match
