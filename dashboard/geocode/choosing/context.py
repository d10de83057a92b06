"""Decides what each name means: by parent, type word, city, the report's other places, its country, population last."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from dashboard.geocode.choosing.company import Company
from dashboard.geocode.choosing.ranking import Ranking, Scored
from dashboard.geocode.names.evidence import TOWN
from dashboard.geocode.names.lexis import DEMONYM
from dashboard.geocode.names.named import Named
from dashboard.geocode.names.options import NEAR_KM, Key, Option, Region, hints_of
from dashboard.geocode.names.parents import within
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.tokens import Tokens
from dashboard.geocode.sources.countries import country_name
from dashboard.geocode.sources.gazetteer import distance_km
from dashboard.geocode.sources.meanings import Meanings
from dashboard.geocode.spelling.words import depth, load_terms
from dashboard.kept import Kept
from dashboard.records import Place

KEPT = 100_000  # options whose distance to the nearest place is kept: those of one report
MOST = 100  # places that set the scene: a report that names more is about none of them
SETTLED = 8.0  # for what a parent beside the name said elsewhere in the report
CANONICAL = 2.0  # for a town called by its own name, and not by another's
# The letters that Ukrainian and Russian do not share.
_LETTERS = {letter: language for language, own in (("uk", "іїєґ"), ("ru", "ыэёъ")) for letter in own}
CLOSE_KM = 50.0
NEARBY_DEGREES = 1.2  # of latitude: more than NEAR_KM
_EXACT = frozenset({"settlement", "district", "site", "raion"})
OF_DEMONYM = 0.5  # what "Spanish police" weighs beside "Spain"
IN_REGION = 1.5  # for a place whose region is named, or holds other names of the report
COMPANY, HAMLET = 2.5, 2.0  # what other names around a place add in full, and around one of less than TOWN people
BEYOND, MOST_BEYOND = 0.5, 3.0  # what names beyond that add, and at most: a local paper's names all lie together
OF_SMALL = 1.5  # what the country of a report adds to a town in a region that it does not name, if not known elsewhere
VOTE = 0.5  # what a name that context has told from its namesakes adds to its country
LEAD = 400  # characters: what a report says of a name there holds for the whole of it
HOLDS, COMMA_HOLDS = 6.0, 8.0  # for a place that a name beside it may hold: after a comma that hardly means else
REGION_HOLDS = 12.0  # for a region behind a place in it: "Albany, New York" is no city and its district
EARLIER = 1.0  # for what a parent beside the name says only later in the report: there a namesake may begin

_NOTHING: dict[str, float] = {}


@dataclass(slots=True)
class Scene:
    """Where a report plays, as its clear names say: countries by weight, regions, cities with their offsets, places.

    `own` says what each name with several meanings adds to the countries: no name speaks for itself.
    `homes` are the countries that the report is clearly about, `weight` is the sum of all weights; `settled` holds
    what a name was decided to mean where its parent stood beside it, `weighed` how well each option of a name fits, and
    `rankings` what it means, or where nothing beside it decides, what all of its name do; `nearest_km` how far from an
    option the nearest other place is that is no region and no country, infinite where none is near.
    """

    countries: dict[str, float] = field(default_factory=dict)
    regions: set[Region] = field(default_factory=set)
    cities: dict[tuple[str, str | None], list[int]] = field(default_factory=dict)
    places: dict[Key, Place] = field(default_factory=dict)
    settled: dict[str, tuple[Place, int]] = field(default_factory=dict)
    own: dict[str, dict[str, float]] = field(default_factory=dict)
    homes: frozenset[str] = frozenset()
    weight: float = 0.0
    company: Company = field(init=False)
    weighed: dict[tuple[str, Meanings], Sequence[Scored]] = field(default_factory=dict)
    rankings: dict[object, Ranking] = field(default_factory=dict)
    nearest_km: Mapping[Option, float] = field(init=False)

    def keep_company(self, names: Iterable[tuple[str, Sequence[Option], float]]) -> None:
        """Takes in what each name of the report may mean, and how much it can be trusted to be a place, 0 to 1."""
        self.company = Company(names)
        self.rankings.clear()
        self.weighed.clear()

    def take_votes(self, names: Mapping[str, Sequence[Option]]) -> None:
        """Takes in what sure names most likely mean: each speaks for its country, and for the region that it is."""
        for name, foremost in names.items():
            country = foremost[0].region[0] if foremost else None
            further = foremost[1:]  # most often none
            if country is None or any(option.region[0] != country for option in further):
                continue
            if not foremost[0].votes and not any(option.votes for option in further):
                continue
            if not further and foremost[0].place.precision == "admin1":
                self.regions.add(foremost[0].region)
            own = self.own.setdefault(name, {})
            if not own:
                own[country] = VOTE
                self.countries[country] = self.countries.get(country, 0.0) + VOTE
        self.weigh_countries()

    def weigh_countries(self) -> None:
        """Says how much all countries weigh together, and which of them the report is clearly about."""
        self.weight = sum(self.countries.values())
        least = max(1.0, self.weight / 12)
        self.homes |= {code for code, weight in self.countries.items() if weight >= least}

    def is_settled(self, named: Named) -> bool | None:
        """Whether what a name was decided to mean elsewhere holds for it here too, `None` where it was not decided."""
        settled = self.settled.get(named.name)
        return None if settled is None else named.at >= settled[1] or settled[1] < LEAD


def _nearest_km(latitudes: Sequence[float], exact: Sequence[tuple[Key, Place]], option: Option) -> float:
    """How far the nearest other of some places, in the order of their latitudes, is from an option; infinite where none
    is near. In km."""
    place, key = option.place, option.key
    south = bisect_right(latitudes, place.latitude - NEARBY_DEGREES)
    north = bisect_left(latitudes, place.latitude + NEARBY_DEGREES, south)
    if south == north:
        return math.inf
    return min([distance_km(place, other) for known, other in exact[south:north] if known != key], default=math.inf)


@cache
def _about(country: str) -> str:
    return f"the report is about {country_name(country)}"


@cache
def _demonyms() -> dict[str, str]:
    return {term.term: term.value or "" for term in load_terms("demonyms")}


def scene_of(named: Iterable[Named], texts: Iterable[Tokens]) -> Scene:
    """The scene that clear names set, and the demonyms among the words of the texts."""
    scene = Scene()
    countries = scene.countries
    for each in named:
        match = each.match
        hints = hints_of(match.meanings)
        if hints.cities and (match.sense is None or match.sense == "settlement"):
            for city in hints.cities:
                scene.cities.setdefault(city, []).append(each.at)
        if hints.countries:
            share = 1 / len(hints.countries)
            for country in hints.countries:
                countries[country] = countries.get(country, 0.0) + share
            if len(each.meant) > 1:
                own = scene.own.setdefault(each.name, {})
                for country in hints.countries:
                    own[country] = own.get(country, 0.0) + share
        place = hints.only
        if place is not None:
            if len(scene.places) < MOST and not hints.government:  # "Moscow said" says not where
                scene.places[place.key] = place
            if place.precision in ("admin1", "raion"):
                scene.regions.add((place.country, place.admin1))
    peoples = {tokens.words[at].key for tokens in texts for at in tokens.capitals if DEMONYM in tokens.words[at].senses}
    for country in {_demonyms()[people] for people in peoples}:
        countries[country] = countries.get(country, 0.0) + OF_DEMONYM
    scene.weigh_countries()
    exact = [(key, place) for key, place in scene.places.items() if place.precision in _EXACT]
    exact.sort(key=lambda each: each[1].latitude)
    latitudes = [place.latitude for _, place in exact]
    scene.nearest_km = Kept(partial(_nearest_km, latitudes, exact), KEPT)
    return scene


def speakers(text: str) -> frozenset[str]:
    """The countries that a text in a language of their own is likely about; none for one in Latin letters."""
    if text.isascii():
        return frozenset()
    counts = {letter: text.count(letter) + text.count(letter.upper()) for letter in _LETTERS}
    letter = max(counts, key=counts.__getitem__)
    if not counts[letter]:
        return frozenset()
    return frozenset(code for code, (_, own) in depth().items() if own == _LETTERS[letter])


def by_itself(named: Named, scene: Scene) -> Sequence[Scored]:
    """How well each option of a name fits the report, wherever the name stands, and the strongest reason in words."""
    key = named.name, named.match.meanings
    found = scene.weighed.get(key)
    if found is None:
        found = scene.weighed[key] = weigh(named.meant, named.name, scene)
    return found


def weigh(chosen: Sequence[Option], name: str, scene: Scene) -> Sequence[Scored]:
    """The same for any options of a name."""
    own, company_of = scene.own.get(name, _NOTHING), scene.company
    others = scene.weight - sum(own.values())
    countries = scene.countries if others > 0.01 else _NOTHING
    found: list[Scored] = []
    for option in chosen:
        total, why = option.prior, None
        if option.own == name:
            total += CANONICAL
        country, region = option.region
        named = option.region in scene.regions
        if country in countries:
            share = (countries[country] - own.get(country, 0.0)) / others
            total += (3 if option.known or named else OF_SMALL) * share
            if share > 0.5:
                why = _about(country)
        inside = near = 0.0
        if not option.area:
            if named:
                inside = IN_REGION
                why = f"{region} is named in the report"
            if (apart := scene.nearest_km[option]) < NEAR_KM:
                near = 1.5 if apart < CLOSE_KM else 0.7
                why = "another place nearby is named in the report"
        if option.weighed:
            if not inside and (beside := company_of.beside(name, option)):
                inside = min(0.4 * beside, IN_REGION)
            company = company_of.near(name, option)
            if company > near:
                most = COMPANY if (option.place.population or 0) >= TOWN else HAMLET
                if company > most:
                    company = most + (min(BEYOND * (company - most), MOST_BEYOND) if option.apart else 0.0)
                near = company
                why = "other names of the report lie around it" if company > 1 else why
        found.append((total + (inside + near), why, option))
    return found


def score(scored: Scored, named: Named, scene: Scene) -> Scored:
    """How well an option fits where a name stands, with the strongest reason; `scored` says it for the whole report."""
    total, why, option = scored
    match, at = named.match, named.at
    place = option.place
    if place.parent is not None and (place.parent, place.country) in scene.cities:
        total += 3
        if place.parent in _last_city(match, scene, at):
            total += 2
        why = f"{place.parent} is named in the report"
    settled = scene.settled.get(named.name)
    if settled is not None and settled[0].key == option.key:
        if scene.is_settled(named):
            total += SETTLED
            why = "the report says so elsewhere"
        else:
            total += EARLIER
    if named.children and any(
        within(inner, match, place) for child in named.children for inner in hints_of(child.meanings).likely
    ):
        total += HOLDS if place.precision != "admin1" else REGION_HOLDS
        why = "a place in it stands before it"
    for rank, parent in enumerate(named.parents):
        outer = within(place, parent)
        if outer is not None:
            total += (HOLDS if parent.start - match.end != len(", ") else COMMA_HOLDS) - rank
            why = f"'{outer.name}' stands beside it"
            break
    return total, why, option


def _last_city(match: Match, scene: Scene, at: int) -> frozenset[str]:
    """Of the cities whose district a name may mean, the one named last before it."""
    last: dict[str, int] = {}
    for place, _ in match.meanings.places:
        if place.parent is not None:
            offsets = scene.cities.get((place.parent, place.country), [])
            before = bisect_right(offsets, at)
            last[place.parent] = offsets[before - 1] if before else -1
    nearest = max(last.values(), default=-1)
    return frozenset(city for city, offset in last.items() if offset == nearest and nearest >= 0)
