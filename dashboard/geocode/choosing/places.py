"""Finds every place name of a report and what it means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dashboard.geocode.choosing.admitting import ROOTED, is_admissible
from dashboard.geocode.choosing.context import Scene, by_itself, scene_of, score, speakers, weigh
from dashboard.geocode.choosing.ranking import Ranking, Scored, best_first
from dashboard.geocode.names.fuzzy import districts_alike
from dashboard.geocode.names.governments import stands_for_government
from dashboard.geocode.names.named import Named, adjective_of, inside, names_of
from dashboard.geocode.names.options import Option, by_name, hints_of
from dashboard.geocode.names.parents import alike, contradicted
from dashboard.geocode.names.quarters import unknown_quarters
from dashboard.geocode.names.reading import Match, read_names
from dashboard.geocode.names.refusal import note_persons
from dashboard.geocode.names.setting import HEADLINE, Passage, context, linked
from dashboard.geocode.names.supposed import AT_TOWN, DISTRICT, district_of, has_districts
from dashboard.geocode.names.tokens import Tokens
from dashboard.geocode.names.unknown import NO_SUCH_PLACE, unknown_villages
from dashboard.geocode.sources.entries import EMBEDDED
from dashboard.geocode.sources.gazetteer import Gazetteer, distance_km
from dashboard.geocode.sources.reviewed import Row
from dashboard.geocode.sources.town_raions import is_supposed
from dashboard.records import Occurrence, Part, Place, Report, Span

PARTS: tuple[Part, Part] = ("title", "body")
LISTED_KM, NEAR_LISTED = 60.0, 2.0  # how near the places of a list lie, and what that counts for
FAR_KM = 500.0
REACH = 600  # characters between a city and a district that is taken to be in it
ALIKE, LISTED = 3.0, 0.5  # for a place of its like in a list; for a town of a region that the report does not name


def passages_of(report: Report, gazetteer: Gazetteer) -> dict[Part, Passage]:
    """A report's title, if it has one, and its body, with the names in them that the gazetteer knows."""
    persons: set[str] = set()
    parts = (part for part in PARTS if part == "body" or report.text(part))
    return {part: _passage(part, report.text(part), gazetteer, persons) for part in parts}


def find_places(
    report: Report,
    gazetteer: Gazetteer,
    homes: frozenset[str] = frozenset(),
    passages: Mapping[Part, Passage] | None = None,
) -> tuple[Occurrence, ...]:
    """Every place name in a report's title and body, in text order (title first), no two overlapping.

    `homes` are countries (ISO 3166-1) that the report is known to be about, beside those that it names; `passages` are
    the report's, for who has them already.

    A name with equal candidates has no place, but its candidates with their scores; so has a name whose stated region
    holds none of them.
    """
    passages = passages or passages_of(report, gazetteer)
    for passage in passages.values():
        note_persons(passage)  # before "Jordan said" is judged
    named: list[Named] = []
    offset = 0
    for part, passage in passages.items():
        named += names_of(part, passage, offset)
        offset += len(passage.text)
    scene = scene_of(named, [passage.tokens for passage in passages.values()])
    scene.homes |= speakers(report.body) | homes
    scene.keep_company([(each.name, inside(each) if each.parents else each.meant, each.trust) for each in named])
    foremost = [(each, _foremost(each, scene)) for each in named]
    scene.take_votes({each.name: meant for each, meant in foremost if each.trust == 1.0})
    scene.keep_company([(each.name, meant, each.trust) for each, meant in foremost])
    for each in named:
        ranking = _ranked(each, scene) if each.parents else None
        if ranking and "beside" in (ranking.scored[0][1] or "") and not ranking.is_tie:
            scene.settled.setdefault(each.name, (ranking.scored[0][2].place, each.at))
    found = list(_occurrences(named, scene))
    unknown = [name for part, passage in passages.items() for name in unknown_villages(part, passage)]
    unknown += [name for part, passage in passages.items() for name in unknown_quarters(part, passage, found)]
    return tuple(sorted((*found, *unknown), key=_order) if unknown else found)


def _order(occurrence: Occurrence) -> tuple[int, int]:
    return PARTS.index(occurrence.span.part), occurrence.span.start


def _foremost(named: Named, scene: Scene) -> Sequence[Option]:
    """What a name most likely means, by all that is known so far."""
    if len(named.meant) < 2:
        return named.meant
    ranking = _ranked(named, scene)
    return ranking.foremost if ranking else ()


def _occurrences(named: Sequence[Named], scene: Scene) -> Iterator[Occurrence]:
    """What each name means; a district that no source has is one of the city beside it, or named before it."""
    city: tuple[Place, Named] | None = None
    for each in named:
        occurrence = _occurrence(each, scene)
        if each.match.sense in DISTRICT and each.match.unfindable is None:
            occurrence = _in_city(each, occurrence, city) or occurrence
        if occurrence is None:
            continue
        yield occurrence
        if occurrence.place and has_districts(occurrence.place):
            city = None if stands_for_government(occurrence.place) else (occurrence.place, each)
        elif occurrence.place and occurrence.place.precision in ("settlement", "admin1"):
            city = None


def _in_city(named: Named, occurrence: Occurrence | None, city: tuple[Place, Named] | None) -> Occurrence | None:
    """A name with the word "district" as one of the city beside it, or of the `city` named before; `None` if it is
    none of theirs."""
    beside = next((place for parent in named.parents for place in parent.open if has_districts(place)), None)
    around = beside or (city[0] if city and _goes_on(city[1], named) else None)
    match = named.match
    district = around and district_of(match, occurrence, adjective_of(named), around, beside=beside is not None)
    if district is None:
        return None
    why = f"no source has it; '{district.parent}' is the city named with it"
    return Occurrence(Span(match.start, match.end, named.part), _words(named), district, why)


def _words(named: Named) -> str:
    return named.passage.text[named.match.start : named.match.end]


def _goes_on(city: Named, district: Named) -> bool:
    """Whether a text goes on from a city to a district, and does not list them."""
    gap = district.passage.text[city.match.end : district.match.start]
    joined = gap.split()[:1] and gap.split()[0] in context("conjunction")
    return city.part == district.part and len(gap) <= REACH and not joined


def _passage(part: Part, text: str, gazetteer: Gazetteer, persons: set[str]) -> Passage:
    tokens = Tokens(text)
    matches = districts_alike(tokens, read_names(tokens, gazetteer), gazetteer)
    if gazetteer.has_unfindable:
        matches = [_as_decided(match, gazetteer.unfindable(text[match.start : match.end])) for match in matches]
    long = [word.capital for word in tokens.words if len(word.text) > 3] if part == "title" else []
    headline = part == "title" and sum(long) >= HEADLINE * len(long)
    covering = {at: match for match in matches for at in range(match.first, match.last)}
    return Passage(text, tokens, matches, covering, linked(text, matches), headline, persons)


def _as_decided(match: Match, unfindable: Row | None) -> Match:
    """The match with a person's decision that the name as it stands, with its type word, cannot be placed."""
    if unfindable is None:
        return match
    reviewed = any(place.origin not in EMBEDDED and not AT_TOWN.search(place.origin) for place in match.open)
    return match if reviewed else replace(match, unfindable=unfindable)


def _ranked(named: Named, scene: Scene) -> Ranking | None:
    """What a name may mean where it stands, best first; `None` where none of that is likely."""
    meanings = named.match.meanings
    bare = _bare_districts(named, scene) if len(meanings.open) < len(meanings.places) else ()
    beside = bare or named.parents or named.children or named.mates or named.sure or meanings.parted
    # Where nothing beside it decides, a name means the same wherever it stands like this.
    key = named if beside else named.name, meanings, named.village, scene.is_settled(named) if scene.settled else None
    ranking = scene.rankings.get(key)
    if ranking is None:
        ranking = scene.rankings[key] = Ranking(_scored(named, bare, scene))
    return ranking if _is_likely(named, ranking.scored, scene) else None


def _scored(named: Named, bare: Sequence[Option], scene: Scene) -> Sequence[Scored]:
    """The options of a name, and `bare` districts, with score and reason, best first; no city where it is called a
    village."""
    chosen = by_itself(named, scene)
    if bare:
        chosen = sorted((*chosen, *weigh(bare, named.name, scene)), key=lambda each: by_name(each[2]))
    if named.village:
        chosen = [each for each in chosen if each[2].place.kind != "city"]
    if bare or named.parents or named.children or named.match.meanings.parted or named.name in scene.settled:
        chosen = [score(each, named, scene) for each in chosen]
    if named.mates or named.sure:
        chosen = [_listed(each, named, scene) for each in chosen]
    return best_first(chosen)


def _is_likely(named: Named, scored: Sequence[Scored], scene: Scene) -> bool:
    """Whether anything that a name may mean is likely where it stands."""
    plain = not (named.where.ordinary or named.where.personal)
    for _, why, each in scored:
        if each.reviewed and plain:
            return True
        supported = why is not None and ("beside" in why or "elsewhere" in why)
        if is_admissible(each, named, scene, supported=supported):
            return True
    return False


def _is_elsewhere(place: Place, scene: Scene) -> bool:
    """Whether a district that is only supposed lies far from all that is named of its country."""
    others = [o for o in scene.places.values() if o.country == place.country and not is_supposed(o)]
    return bool(others) and all(distance_km(place, other) > FAR_KM for other in others)


def _listed(scored: Scored, named: Named, scene: Scene) -> Scored:
    """An option with what a list adds: each region beside a region, a town of the same region, one near sure places."""
    total, why, option = scored
    place = option.place
    if named.mates and (why is None or "beside" not in why):
        mates = sum(alike(place, mate) for mate in named.mates)
        if place.precision == "admin1":
            total += ALIKE * mates
        else:
            of_region = place.precision != "settlement" or option.region in scene.regions
            total += (ALIKE if of_region else LISTED) * min(mates, 1)
    if any(distance_km(place, other) <= LISTED_KM for other in named.sure):
        total += NEAR_LISTED
    return total, why, option


def _bare_districts(named: Named, scene: Scene) -> tuple[Option, ...]:
    """The districts that a bare adjective names ("fires in Solomianskyi and Darnytskyi"): only where the text names
    their city, and after a preposition or the city itself, in a list, or at the head of a sentence."""
    where, districts = named.where, hints_of(named.match.meanings).districts
    if (
        not districts
        or where.crowded
        or where.personal
        or not (where.locative or where.listed or where.dateline or where.starts or named.parents)
    ):
        return ()
    return tuple(each for each in districts if (each.place.parent, each.place.country) in scene.cities)


def _occurrence(named: Named, scene: Scene) -> Occurrence | None:
    match = named.match
    span, words = Span(match.start, match.end, named.part), _words(named)
    if match.unfindable is not None:
        row = match.unfindable
        return Occurrence(span, words, None, f"{row.decided_by} decided on {row.decided_on} that it cannot be placed")
    ranking = _ranked(named, scene)
    if ranking is None:  # the only namesake of a village is a city far away
        return Occurrence(span, words, None, NO_SUCH_PLACE) if named.village else None
    for parent in named.parents:
        if contradicted(named.passage, match, [each.place for _, _, each in ranking.scored], parent):
            region = named.passage.text[parent.start : parent.end]
            return Occurrence(span, words, None, f"no {words} is known in '{region}' beside it", ranking.candidates)
    best = ranking.scored[0][2]
    if best.supposed and _is_elsewhere(best.place, scene):
        why = "no district of that name is known near the places named"
        return Occurrence(span, words, None, why, ranking.candidates)
    # Few townships are known, and each county has others of the same names.
    if match.sense == "township" and scene.company.near(named.name, best) < ROOTED:
        return Occurrence(span, words, None, "no township of that name is known near", ranking.candidates)
    return Occurrence(span, words, *ranking.verdict, ranking.candidates)
