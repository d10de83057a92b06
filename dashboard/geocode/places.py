"""Finds every place name of a report and what it means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.geocode.company import Company
from dashboard.geocode.context import Scene, is_known, scene_of, score, speakers
from dashboard.geocode.evidence import EMBEDDED, admissible
from dashboard.geocode.fuzzy import districts_alike
from dashboard.geocode.gazetteer import Gazetteer, distance_km
from dashboard.geocode.governments import stands_for_government
from dashboard.geocode.named import Named, adjective_of, called_village, inside, names_of
from dashboard.geocode.parents import alike, contradicted
from dashboard.geocode.reading import Match, is_supposed, read_names
from dashboard.geocode.refusal import refused
from dashboard.geocode.reviewed import Row
from dashboard.geocode.setting import HEADLINE, Passage, context
from dashboard.geocode.supposed import AT_TOWN, district_of, has_districts
from dashboard.geocode.tokens import tokenise
from dashboard.geocode.unknown import unknown_villages
from dashboard.records import Candidate, Occurrence, Part, Place, Report, Span

_TAG = re.compile(r"#\w+")  # "#mumbai" is no ordinary word
PARTS: tuple[Part, Part] = ("title", "body")
TIE = 0.4  # scores closer than this are equal: a factor of 2.5 in population, and no context that decides
SAME_KM = 25.0  # candidates this near are one place under two names
LISTED_KM, NEAR_LISTED = 60.0, 2.0  # how near the places of a list lie, and what that counts for
FAR_KM = 500.0
FOREMOST = 1.5  # below the best score: meanings that still count as company of other names
REACH = 600  # characters between a city and a district that is taken to be in it
ALIKE, LISTED = 3.0, 0.5  # for a place of its like in a list; for a town of a region that the report does not name
KEPT = 10  # candidates kept with an occurrence


def find_places(report: Report, gazetteer: Gazetteer, homes: frozenset[str] = frozenset()) -> tuple[Occurrence, ...]:
    """Every place name in a report's title and body, in text order (title first), no two overlapping.

    `homes` are countries (ISO 3166-1) that the report is known to be about, beside those that it names.

    A name with equal candidates has no place, but its candidates with their scores; so has a name whose stated region
    holds none of them.
    """
    persons: set[str] = set()
    passages = {part: _passage(part, report.text(part), gazetteer, persons) for part in PARTS if report.text(part)}
    for passage in passages.values():
        for match in passage.matches:
            refused(passage, match)  # notes the persons, before "Jordan said" is judged
    named: list[Named] = []
    offset = 0
    for part, passage in passages.items():
        named += names_of(part, passage, offset)
        offset += len(passage.text)
    capitals = (token.key for passage in passages.values() for token in passage.tokens if token.capital)
    scene = scene_of(((each.name, each.at, each.match) for each in named), capitals)
    scene.homes |= speakers(report.body) | homes
    scene.company = Company((each.name, inside(each), each.trust) for each in named)
    scene.company = Company((each.name, _foremost(each, scene), each.trust) for each in named)
    for each in named:
        scored = _scored(each, scene) if each.parents else []
        if scored and "beside" in (scored[0][1] or "") and not _is_tie(scored):
            scene.settled[each.name] = scored[0][2]
    found = list(_occurrences(named, scene))
    unknown = [name for part, passage in passages.items() for name in unknown_villages(part, passage)]
    return tuple(sorted((*found, *unknown), key=_order) if unknown else found)


def _order(occurrence: Occurrence) -> tuple[int, int]:
    return PARTS.index(occurrence.span.part), occurrence.span.start


def _foremost(named: Named, scene: Scene) -> Sequence[Place]:
    """The places that a name most likely means, by all that is known so far."""
    if len(named.match.open) < 2:
        return named.match.open
    scored = _scored(named, scene)
    return [place for total, _, place in scored if total > scored[0][0] - FOREMOST]


def _occurrences(named: Sequence[Named], scene: Scene) -> Iterator[Occurrence]:
    """What each name means; a district that no source has is one of the city beside it, or named before it."""
    city: tuple[Place, Named] | None = None
    for each in named:
        occurrence = _occurrence(each, scene)
        beside = next((place for parent in each.parents for place in parent.open if has_districts(place)), None)
        around = beside or (city[0] if city and _goes_on(city[1], each) else None)
        district = around and district_of(each.match, occurrence, adjective_of(each), around, beside=beside is not None)
        if district is not None and each.match.unfindable is None:
            span = Span(each.match.start, each.match.end, each.part)
            why = f"no source has it; '{district.parent}' is the city named with it"
            occurrence = Occurrence(span, each.passage.text[span.start : span.end], district, why)
        if occurrence is None:
            continue
        yield occurrence
        if occurrence.place and has_districts(occurrence.place):
            city = None if stands_for_government(occurrence.place) else (occurrence.place, each)
        elif occurrence.place and occurrence.place.precision in ("settlement", "admin1"):
            city = None


def _goes_on(city: Named, district: Named) -> bool:
    """Whether a text goes on from a city to a district, and does not list them."""
    gap = district.passage.text[city.match.end : district.match.start]
    joined = gap.split()[:1] and gap.split()[0] in context("conjunction")
    return city.part == district.part and len(gap) <= REACH and not joined


def _passage(part: Part, text: str, gazetteer: Gazetteer, persons: set[str]) -> Passage:
    tokens = tokenise(text)
    matches = districts_alike(text, tokens, read_names(text, tokens, gazetteer), gazetteer)
    matches = [_as_decided(match, gazetteer.unfindable(text[match.start : match.end])) for match in matches]
    long = [token.capital for token in tokens if len(token.text) > 3] if part == "title" else []
    headline = part == "title" and sum(long) >= HEADLINE * len(long)
    covering = {at: match for match in matches for at in range(match.first, match.last)}
    written = frozenset(tokens.written) - {each[1:] for each in _TAG.findall(text)}
    return Passage(text, tokens, matches, covering, written, headline, persons)


def _as_decided(match: Match, unfindable: Row | None) -> Match:
    """The match with a person's decision that the name as it stands, with its type word, cannot be placed."""
    reviewed = any(place.origin not in EMBEDDED and not AT_TOWN.search(place.origin) for place in match.open)
    return match if unfindable is None or reviewed else replace(match, unfindable=unfindable)


def _scored(named: Named, scene: Scene) -> list[tuple[float, str | None, Place]]:
    """The places that a name may mean where it stands, with score and reason, best first."""
    match, where = named.match, named.where
    found, likely = [], False
    village, name = called_village(named), named.name
    for place in (*match.open, *_bare_districts(named, scene)):
        if village and place.kind == "city":
            continue
        total, why = score(place, match, named.parents, named.children, scene, named.at, name)
        if why is None or "beside" not in why:
            total += _listed(place, named, scene)
        if any(distance_km(place, other) <= LISTED_KM for other in named.sure):
            total += NEAR_LISTED
        supported = why is not None and ("beside" in why or "elsewhere" in why)
        near = scene.company.near(name, place)
        likely = (
            likely
            or place.precision == "district"
            or admissible(place, match, where, supported, scene.homes, scene.countries, near)
        )
        found.append((total, why, place))
    if not likely:
        return []
    found.sort(key=lambda each: (-each[0], each[2].name, each[2].admin1 or "", each[2].country or ""))
    return found


def _is_elsewhere(place: Place, scene: Scene) -> bool:
    """Whether a district that is only supposed around its town lies far from all that is named of its country."""
    if not is_supposed(place):
        return False
    others = [o for o in scene.places.values() if o.country == place.country and not is_supposed(o)]
    return bool(others) and all(distance_km(place, other) > FAR_KM for other in others)


def _is_tie(scored: Sequence[tuple[float, str | None, Place]]) -> bool:
    """Whether the two best places for a name fit equally well and are not one."""
    if len(scored) < 2:
        return False
    (best, _, place), (second, _, rival) = scored[:2]
    return best - second < TIE and distance_km(place, rival) > SAME_KM


def _listed(place: Place, named: Named, scene: Scene) -> float:
    """What a list adds to a place: each region beside a region, a town of the same region."""
    mates = sum(alike(place, mate) for mate in named.mates)
    if place.precision == "admin1":
        return ALIKE * mates
    of_region = place.precision != "settlement" or (place.country, place.admin1) in scene.regions
    return (ALIKE if of_region else LISTED) * min(mates, 1)


def _bare_districts(named: Named, scene: Scene) -> tuple[Place, ...]:
    """The districts that a bare adjective names ("fires in Solomianskyi and Darnytskyi"): only where the text names
    their city, and after a preposition or the city itself, in a list, or at the head of a sentence."""
    match, where = named.match, named.where
    of_city = bool(named.parents)
    if (
        where.crowded
        or where.personal
        or not (where.locative or where.listed or where.dateline or where.starts or of_city)
    ):
        return ()
    if any(is_known(place) for place in match.open):
        return ()
    return tuple(
        place
        for place, form in match.places
        if form == "stem" and place.kind == "city_district" and (place.parent, place.country) in scene.cities
    )


def _occurrence(named: Named, scene: Scene) -> Occurrence | None:
    match, text = named.match, named.passage.text
    span = Span(match.start, match.end, named.part)
    words = text[match.start : match.end]
    if match.unfindable is not None:
        row = match.unfindable
        return Occurrence(span, words, None, f"{row.decided_by} decided on {row.decided_on} that it cannot be placed")
    scored = _scored(named, scene)
    if not scored:
        return None
    candidates = tuple(Candidate(place, round(total, 2), reason) for total, reason, place in scored[:KEPT])
    _, why, place = scored[0]
    for parent in named.parents:
        if contradicted(named.passage, match, [each for _, _, each in scored], parent):
            region = text[parent.start : parent.end]
            return Occurrence(span, words, None, f"no {words} is known in '{region}' beside it", candidates)
    if _is_elsewhere(place, scene):
        return Occurrence(span, words, None, "no district of that name is known near the places named", candidates)
    if len(scored) == 1:
        return Occurrence(span, words, place, why or "the only place of this name", candidates)
    apart = distance_km(place, scored[1][2])
    others = f"{len(scored) - 1} other candidate{'s' if len(scored) > 2 else ''}, the next {apart:.0f} km away"
    if _is_tie(scored):
        return Occurrence(span, words, None, f"ambiguous: {others}", candidates)
    return Occurrence(span, words, place, f"chosen because {why or 'it is the largest'}; {others}", candidates)
