"""Finds every place name of a report and what it means."""

from collections.abc import Iterator, Sequence

from dashboard.geocode.context import Scene, scene_of, score
from dashboard.geocode.evidence import admissible
from dashboard.geocode.fuzzy import districts_alike
from dashboard.geocode.gazetteer import Gazetteer, distance_km
from dashboard.geocode.parents import contradicted, parents
from dashboard.geocode.reading import Match, read_names
from dashboard.geocode.refusal import refused
from dashboard.geocode.setting import HEADLINE, Passage, Setting, setting
from dashboard.geocode.tokens import tokenise
from dashboard.records import Candidate, Occurrence, Part, Place, Report, Span

PARTS: tuple[Part, Part] = ("title", "body")
TIE = 0.4  # scores closer than this are equal: a factor of 2.5 in population, and no context that decides
SAME_KM = 25.0  # candidates this near are one place under two names
KEPT = 10  # candidates kept with an occurrence


def find_places(report: Report, gazetteer: Gazetteer) -> tuple[Occurrence, ...]:
    """Every place name in a report's title and body, in text order (title first), no two overlapping.

    A name with equal candidates has no place, but its candidates with their scores; so has a name whose stated region
    holds none of them.
    """
    persons: set[str] = set()
    passages = [(part, _passage(part, report.text(part), gazetteer, persons)) for part in PARTS if report.text(part)]
    named = [
        (part, passage, offset, number)
        for (part, passage), offset in zip(passages, _offsets(passages), strict=True)
        for number in range(len(passage.matches))
    ]
    for _, passage, _, number in named:
        refused(passage, passage.matches[number])  # notes the persons, before "Jordan said" is judged
    kept = [each for each in named if refused(each[1], each[1].matches[each[3]]) is None]
    scene = scene_of(
        (offset + passage.matches[number].start, passage.matches[number]) for _, passage, offset, number in kept
    )
    for _, passage, offset, number in kept:
        _settle(passage, number, offset, scene)
    found = (_occurrence(part, passage, number, offset, scene) for part, passage, offset, number in kept)
    return tuple(occurrence for occurrence in found if occurrence is not None)


def _passage(part: Part, text: str, gazetteer: Gazetteer, persons: set[str]) -> Passage:
    tokens = tokenise(text)
    matches = districts_alike(text, tokens, read_names(text, tokens, gazetteer), gazetteer)
    lower = frozenset(token.key for token in tokens if not token.capital)
    long = [token.capital for token in tokens if len(token.text) > 3]
    headline = part == "title" and sum(long) >= HEADLINE * len(long)
    return Passage(text, tokens, matches, lower, headline, persons)


def _offsets(passages: Sequence[tuple[Part, Passage]]) -> Iterator[int]:
    offset = 0
    for _, passage in passages:
        yield offset
        offset += len(passage.text)


def _scored(passage: Passage, number: int, offset: int, scene: Scene) -> list[tuple[float, str | None, Place]]:
    """The places that a name may mean where it stands, with score and reason, best first."""
    match = passage.matches[number]
    beside = parents(passage, number)
    before = passage.matches[number - 1 : number] if number and match in parents(passage, number - 1) else ()
    where = setting(passage, number)
    homes = scene.homes
    word = passage.tokens[match.first].key
    found, likely = [], False
    for place in match.open or _bare_districts(match, where, scene):
        total, why = score(place, match, beside, before, scene, offset + match.start, word)
        supported = why is not None and ("beside" in why or "elsewhere" in why)
        likely = likely or place.precision == "district" or admissible(place, match, where, supported, homes)
        found.append((total, why, place))
    if not likely:
        return []
    found.sort(key=lambda each: (-each[0], each[2].name, each[2].admin1 or "", each[2].country or ""))
    return found


def _bare_districts(match: Match, where: Setting, scene: Scene) -> tuple[Place, ...]:
    """The districts that a bare adjective names ("fires in Solomianskyi and Darnytskyi"): only where the text names
    their city, and after a preposition, in a list, or at the head of a line."""
    if where.crowded or where.personal or not (where.locative or where.listed or where.dateline):
        return ()
    return tuple(
        place
        for place, _ in match.places
        if place.kind == "city_district" and (place.parent, place.country) in scene.cities
    )


def _settle(passage: Passage, number: int, offset: int, scene: Scene) -> None:
    """Notes what a name means where its parent stands beside it, for the report's other mentions of it."""
    if not parents(passage, number):
        return
    scored = _scored(passage, number, offset, scene)
    if scored and scored[0][1] is not None and "beside" in scored[0][1]:
        match = passage.matches[number]
        scene.settled[passage.tokens[match.first].key] = scored[0][2]


def _occurrence(part: Part, passage: Passage, number: int, offset: int, scene: Scene) -> Occurrence | None:
    match = passage.matches[number]
    span = Span(match.start, match.end, part)
    words = passage.text[match.start : match.end]
    if match.unfindable is not None:
        row = match.unfindable
        return Occurrence(span, words, None, f"{row.decided_by} decided on {row.decided_on} that it cannot be placed")
    scored = _scored(passage, number, offset, scene)
    if not scored:
        return None
    candidates = tuple(Candidate(place, round(total, 2)) for total, _, place in scored[:KEPT])
    best, why, place = scored[0]
    for parent in parents(passage, number):
        if contradicted(passage, match, [each for _, _, each in scored], parent):
            region = passage.text[parent.start : parent.end]
            return Occurrence(span, words, None, f"no {words} is known in '{region}' beside it", candidates)
    if len(scored) == 1:
        return Occurrence(span, words, place, why or "the only place of this name", candidates)
    second, _, rival = scored[1]
    apart = distance_km(place, rival)
    others = f"{len(scored) - 1} other candidate{'s' if len(scored) > 2 else ''}, the next {apart:.0f} km away"
    if best - second < TIE and apart > SAME_KM:
        return Occurrence(span, words, None, f"ambiguous: {others}", candidates)
    return Occurrence(span, words, place, f"chosen because {why or 'it is the largest'}; {others}", candidates)
