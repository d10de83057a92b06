"""Finds the names of a report that stand where places stand and that no source of places has."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.geocode.asking.question import Question
from dashboard.geocode.choosing.places import passages_of
from dashboard.geocode.names.governments import stands_for_government
from dashboard.geocode.names.parents import parents
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.setting import Passage
from dashboard.geocode.names.type_words import type_words
from dashboard.geocode.names.unknown import standing, type_word_after, with_runs
from dashboard.geocode.sources.gazetteer import Gazetteer
from dashboard.geocode.spelling.folding import is_cyrillic
from dashboard.geocode.spelling.forms import case_forms
from dashboard.geocode.spelling.words import load_terms
from dashboard.records import Occurrence, Report, Span

SHORTEST = 3  # letters of a stem
GUESSES = 2  # nominatives to ask for where a name stands in another case
AT_CITY = ", at its city"  # the origin of a district of which only the city is known
_DISTRICT = frozenset({"district", "raion", "okrug"})


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
    body = passages_of(report, gazetteer)["body"]
    found = sorted(
        [*_supposed(occurrences), *_unknown(body, occurrences)],
        key=lambda each: (each.span.part != "title", each.span.start),
    )
    return tuple(_unplaced(report, each, about, occurrences) for each in found)


def nominatives(name: str) -> tuple[str, ...]:
    """The settlements' names that a Cyrillic name of one word may be a case form of, likeliest first, not itself."""
    if not is_cyrillic(name) or not name.isalpha():
        return ()
    nominative, others = _endings("ends names"), _endings("ends words")
    if name.endswith(nominative):
        return ()
    stems = [name[:-cut] for cut in range(1, 5) if len(name) - cut >= SHORTEST]
    guesses = (stem + ending for ending in (*nominative, *others, "") for stem in stems)
    forms = (guess for guess in guesses if guess != name and name.lower() in case_forms(guess))
    return tuple(dict.fromkeys(forms))[:GUESSES]


@cache
def _endings(sense: str) -> tuple[str, ...]:
    """The commonest endings of settlements' names, likeliest first: what an inflected name may be the form of."""
    return tuple(term.term for term in load_terms("settlement_endings") if term.sense == sense)


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


def _unknown(body: Passage, occurrences: Sequence[Occurrence]) -> Iterator[_Named]:
    """The names in a body that no source has, or not in the region that stands beside them."""
    passage, runs = with_runs(body)
    unknown = set(standing(passage, runs, occurrences))
    elsewhere = {o.span.start for o in occurrences if o.span.part == "body" and o.candidates and o.reason[:3] == "no "}
    for number, match in enumerate(passage.matches):
        if number not in unknown and (number in runs or match.start not in elsewhere):
            continue
        outer = [place for parent in parents(passage, number) for place in parent.open if place.country]
        countries = {place.country for place in outer}
        regions = {place.admin1 for place in outer if place.admin1}
        yield _Named(
            Span(match.start, match.end),
            _name(passage, match),
            countries.pop() if len(countries) == 1 else None,
            regions.pop() if len(countries) < 2 and len(regions) == 1 else None,
        )


def _name(passage: Passage, match: Match) -> str:
    """The name as it stands, with the word "district" behind it, without which it would be a settlement's."""
    text = passage.text[match.start : match.end]
    after = type_word_after(passage.tokens, match) if match.sense is None else None
    if after is not None and type_words()[passage.tokens.key(after)].sense in _DISTRICT:
        text = passage.text[match.start : passage.tokens.end(after)]
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
