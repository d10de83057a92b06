"""Says which names of a text are just the address of the name beside them: "Lyptsi in Kharkiv district"."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.stretch import stretch
from dashboard.geocode import distance_km
from dashboard.records import Occurrence

LONGEST = 45  # characters between a name and its address
RAION_KM, COMMUNITY_KM = 60, 45  # a place is no farther from the middle of its raion, of its community
RANKS = {"site": 0, "district": 0, "settlement": 1, "raion": 3, "admin1": 4, "country": 5}
COMMUNITY = 2
WIDER = 4  # such as the Donbas, which is no region of its own

COMMUNITY_NAMED, VILLAGES_OF = r"<community>$", r"<villages>\s+(?:of\s+|<address_link>\s+)?(?:<article>\s+)?$"
WORDS = r"(?:(?!<list_link>)[\w'’-]+\s+){0,3}"
# "Lyptsi in Kharkiv district", "Lyptsi (Kharkiv district", "Lyptsi, Kharkiv district", "Липці Харківського району"
BEHIND = rf"\s*[,(]?\s*\(?(?:<address_link>\s+{WORDS})?|,?\s+"
# "Kharkiv district's village of Lyptsi", "in Kharkiv district, in Lyptsi", "Kharkiv district: Lyptsi"
AHEAD = r"(?:['’]s)?\s*[,:(]?\s*(?:<address_link>\s+)?(?:<article>\s+)?(?:<filler>\s+|<village>\s+)*"
# "Belbek, outside Sevastopol": a place is told by a better known one
BESIDE = rf",?\s+(?:just\s+)?<beside>\s+{WORDS}"
# "Korotych, a suburb of Kharkiv"; "Kharkiv's suburb of Korotych", "the Kharkiv suburb of Korotych"
A_SUBURB = r",?\s+\(?(?:(?!<list_link>)[\w'’-]+\s+){0,3}<suburb>\s+(?:<article>\s+)?"
ITS_SUBURB = r"(?:['’]s)?\s+(?:(?!<list_link>)[\w'’-]+\s+){0,2}<suburb>\s+"
IS_BESIDE, THEN_IN = (
    r"<beside>\s+$",
    r",?\s+<in>\s+(?:<article>\s+)?(?:<village>\s+)?",
)  # "outside Kharkiv, in Korotych"
# "the Afipsky refinery near Krasnodar"
FACILITY = r"\s+(?:[a-z-]+\s+){0,2}<facility>,?\s+<facility_at>\s+(?:(?:<article>|[a-z]+ern)\s+)?"
LEFT_REACH = 25  # characters before a name
PART_OF = r"\s+<part_of_a_city>\s+(?:<article>\s+)?"
FAR_KM = 100  # from a city to a place that is no part of it
BESIDE_KM, LARGE_KM, TIMES = 40, 150, 10  # near a city with ten times the people is farther
SAYS_WHERE = r"[:(]|<address_link>|<village>"
OWNS = ("'s ", "’s ")  # "Sevastopol's Kacha"
CELL_ENDS = re.compile(r"\s*\|")  # "| Lviv | power station near Dobrotvir |": the city stands for its region


def addresses(text: str, names: Sequence[Occurrence], sited: Set[int]) -> frozenset[int]:
    """Where those names start that say no more than where the name right before or behind them lies.

    `sited` are the beginnings of the names of facilities told with a town near them.
    """
    found = set()
    for one, other in pairwise(names):
        start, end = one.span.end, other.span.start
        if _heads_row(one, other, text):
            found.add(one.span.start)
        if other.place is None or end - start > LONGEST or "\n" in text[start:end]:
            continue
        if one.place is None:  # "a village of a name that nobody can tell, in X region": nothing is told of all of X
            if other.place.precision == "admin1" and pattern(BEHIND).fullmatch(text, start, end):
                found.add(end)
            continue
        found |= {o.span.start for o in (one, other) if _holds_villages(o, text) and _rank(one) != _rank(other)}
        adjoins = not text[start:end].strip()
        if adjoins and other.place.precision == "raion" and one.place.country != other.place.country:
            found.add(one.span.start)  # a village that bears the name of one abroad
        gap = text[start:end]
        behind = _lies_in(one, other, adjoins=adjoins) and pattern(BEHIND).fullmatch(gap)
        ahead = _lies_in(other, one) and pattern(AHEAD).fullmatch(gap) and _leads(gap, one)
        if behind or (_is_near(one, other) and pattern(BESIDE).fullmatch(gap)) or one.span.start in sited:
            found.add(other.span.start)
        elif suburb := _suburb(one, other, gap):
            found.add(suburb.span.start)
        elif (
            ahead
            or (_is_near(other, one) and pattern(THEN_IN).fullmatch(gap) and _is_led(one, text))
            or (gap in OWNS and _is_near(other, one))
        ):
            found.add(one.span.start)
    return frozenset(found)


def is_namesake(one: Occurrence, other: Occurrence, text: str) -> bool:
    """Whether a name stands for a place far from the city that it is told to be part of: "Karari quarter of X"."""
    if one.place is None or other.place is None or other.place.precision != "settlement":
        return False
    gap = text[one.span.end : other.span.start]
    parted = any(pattern(PART_OF).fullmatch(words) for words in (gap, f" {one.text.split()[-1]}{gap}"))
    return parted and distance_km(one.place, other.place) > FAR_KM


def _suburb(one: Occurrence, other: Occurrence, gap: str) -> Occurrence | None:
    """Of two names that of the city whose suburb the other is told to be: the larger one."""
    if one.place is None or other.place is None or not _is_near(one, other):
        return None
    first = (one.place.population or 0) > (other.place.population or 0)
    if first:
        called = f" {one.text.split()[-1]}{gap}"  # "suburb" may count as a part of the city's name
        return one if any(pattern(ITS_SUBURB).fullmatch(words) for words in (gap, called)) else None
    return other if pattern(A_SUBURB).fullmatch(gap) else None


def is_sited(one: Occurrence, other: Occurrence, text: str) -> bool:
    """Whether a name is that of a facility told with a town near it, or its region: "Boryspil airport near Kyiv"."""
    if one.place is None or other.place is None:
        return False
    near = _is_near(one, other) and (one.place.population or 0) < (other.place.population or 0)
    near = near or _lies_in(one, other)
    return near and pattern(FACILITY).fullmatch(text, one.span.end, other.span.start) is not None


def _heads_row(one: Occurrence, other: Occurrence, text: str) -> bool:
    """Whether a name fills a cell of a table, and the next one in its row is that of a smaller place in its region."""
    if one.place is None or other.place is None or "\n" in text[one.span.end : other.span.start]:
        return False
    opens = not text[text.rfind("\n", 0, one.span.start) + 1 : one.span.start].strip(" |")
    smaller = (other.place.population or 0) < (one.place.population or 0)
    return (
        opens
        and bool(CELL_ENDS.match(text, one.span.end))
        and smaller
        and (one.place.admin1, one.place.country) == (other.place.admin1, other.place.country)
    )


def _rank(name: Occurrence) -> int:
    if name.place is not None and name.place.precision == "settlement" and pattern(COMMUNITY_NAMED).search(name.text):
        return COMMUNITY
    return RANKS.get(name.place.precision, WIDER) if name.place else 0


def _lies_in(inner: Occurrence, outer: Occurrence, *, adjoins: bool = False) -> bool:
    """Whether a name stands for something larger around the place of another, or for a community that adjoins it."""
    one, around = inner.place, outer.place
    if one is None or around is None or _rank(outer) <= _rank(inner) or one.country != around.country:
        return False
    if around.precision == "raion":
        return distance_km(one, around) <= RAION_KM
    if _rank(outer) == COMMUNITY:
        larger = adjoins or (one.population or 0) < (around.population or 0)
        return distance_km(one, around) <= COMMUNITY_KM and larger
    return True


def _holds_villages(name: Occurrence, text: str) -> bool:
    """Whether villages beside it are told by the community that they lie in: "two villages of X community, Y and Z"."""
    start = name.span.start
    return _rank(name) == COMMUNITY and pattern(VILLAGES_OF).search(text, max(0, start - LEFT_REACH), start) is not None


def _leads(gap: str, outer: Occurrence) -> bool:
    """Whether a gap leads from an area to a place in it, and does not just list them."""
    return _rank(outer) > COMMUNITY or bool(pattern(SAYS_WHERE).search(gap))


def _is_led(name: Occurrence, text: str) -> bool:
    """Whether a name tells what another place is near to."""
    return stretch(text, max(0, name.span.start - LEFT_REACH), name.span.start).find(IS_BESIDE) is not None


def _is_near(one: Occurrence, other: Occurrence) -> bool:
    """Whether two names stand for places near each other."""
    if one.place is None or other.place is None or max(_rank(one), _rank(other)) > COMMUNITY:
        return False
    larger = (other.place.population or 0) >= TIMES * (one.place.population or 1)
    return distance_km(one.place, other.place) <= (LARGE_KM if larger else BESIDE_KM)
