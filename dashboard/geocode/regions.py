"""Reads the first-level regions of every country (iso3166-2), and says which region a settlement's code means."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import iso3166_2
from geopy.distance import great_circle

from dashboard.geocode.entries import Entry
from dashboard.geocode.folding import key
from dashboard.geocode.words import load_kinds
from dashboard.records import Place

_NAMED = re.compile(r"\s*'?([^,]+?)'? \(([a-z0-9]{3,8})\)(?:,|$)")
_LANGUAGES = {"eng", "ukr", "rus"}


@cache
def _suffixes() -> dict[tuple[str, str], str]:
    file = files("dashboard.geocode") / "vocabulary" / "region_types.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return {(row["country"], row["type"]): row["suffix"] for row in csv.DictReader(lines)}


@cache
def region_entries() -> tuple[Entry, ...]:
    """The first-level regions of the world, under their common English names ("Idlib Governorate", "Bavaria")."""
    found = []
    for country, units in iso3166_2.Subdivisions().all.items():
        for unit in units.values():
            if unit["parentCode"] is None and unit["latLng"]:
                found.append(_entry(country, unit))
    return tuple(found)


def _entry(country: str, unit: dict[str, Any]) -> Entry:
    named = [(name, language) for name, language in _NAMED.findall(unit["localOtherName"] or "")]
    english = [name for name, language in named if language == "eng"]
    others = [name for name, language in named if language in _LANGUAGES]
    suffixes = _suffixes()
    suffix = suffixes.get((country, unit["type"]), suffixes.get(("", unit["type"]), ""))
    base = english[0] if english else unit["name"]
    name = f"{base} {suffix}" if suffix and suffix.lower() not in base.lower() else base
    latitude, longitude = unit["latLng"]
    place = Place(
        name=name,
        kind="oblast",
        precision="admin1",
        latitude=float(latitude),
        longitude=float(longitude),
        radius_m=load_kinds()["oblast"].radius_m,
        radius_assumed=True,
        country=country,
        admin1=name,
        parent=None,
        origin="iso3166-2",
    )
    spellings = dict.fromkeys([base, name, unit["name"], *others])
    if suffix in {"Oblast", "Krai"}:  # named after their capital: alone, the name means the city
        spellings = dict.fromkeys(text if " " in text else f"{text} {suffix}" for text in spellings)
    return Entry(place, tuple(spellings), slavic=any(language in {"rus", "ukr"} for _, language in named))


def match_codes(cities: Iterable[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """For (country, GeoNames admin1 code): the name of the region it stands for.

    The packages share no code but in a few countries. Elsewhere a group of settlements belongs to the region that is
    named like one of its larger towns, or else to the nearest; each region is taken once.
    """
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        groups[city["countrycode"], city["admin1code"]].append(city)
    regions: dict[str, list[Entry]] = defaultdict(list)
    for entry in region_entries():
        regions[entry.place.country or ""].append(entry)
    by_country: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for group in groups:
        by_country[group[0]].append(group)
    found: dict[tuple[str, str], str] = {}
    for country, codes in by_country.items():
        pairs = sorted(
            (pair for code in codes for pair in _pairs(code, groups[code], regions[country])), key=lambda pair: pair[0]
        )
        taken: set[str] = set()
        for _, code, name in pairs:
            if code not in found and name not in taken:
                found[code] = name
                taken.add(name)
    return found


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
        same = any(folded in names for folded in entry.keys())
        yield distance - (200 if same else 0), code, place.name
