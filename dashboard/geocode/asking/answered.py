"""A service's answer -> proposed rows: what agrees with the question, of what kind, how exact, from whom."""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dashboard.errors import VocabularyError
from dashboard.geocode.asking.lookups import Answer, Result
from dashboard.geocode.asking.question import Question
from dashboard.geocode.sources.entries import split_type
from dashboard.geocode.sources.gazetteer import Gazetteer, distance_km
from dashboard.geocode.sources.reviewed import Row, entry_of
from dashboard.geocode.spelling.folding import is_cyrillic, key, loose_key, romanise
from dashboard.geocode.spelling.words import depth, load_kinds

KIND_COLUMNS = ("class", "type", "rank_from", "rank_to", "kind", "note")
SETTLED = frozenset({"city", "town", "village"})
OF_CITY = frozenset({"city_district", "neighbourhood"})
SAME_KM = 10.0  # results of one kind that lie this near are one place, drawn twice
DEGREE_KM = 111.2
LONGEST = 80  # letters of a name worth keeping
NAMES = ("name", "name:en", "name:uk", "name:ru", "int_name")
OTHER_NAMES = ("alt_name", "old_name", "official_name")  # kept only where asked for: they may be other places' names
AREAS = frozenset({"raion", "county", "city_district", "neighbourhood", "oblast"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer comes to: the rows that agree with the question, and why it is no proposal where it is none."""

    rows: tuple[Row, ...]
    why_not: str | None

    @property
    def proposal(self) -> Row | None:
        """The one row to propose."""
        return self.rows[0] if self.why_not is None else None


def read_answer(answer: Answer, gazetteer: Gazetteer, regions: frozenset[str] = frozenset()) -> Reading:
    """The proposed rows of an answer. `regions`: where the question names no region, one of these must hold the place.

    Proposed is a single place of the very name, in the country and the region that the reports name.
    """
    if not answer.results:
        return Reading((), "the service knows no such place")
    question = answer.question
    wanted = frozenset({question.region}) if question.region else regions
    rows: list[Row] = []
    for row in (_row(result, answer, gazetteer) for result in answer.results):
        if row is None or row.country != question.country or (wanted and row.admin1 not in wanted):
            continue
        if not any(_same(row, other) for other in rows):
            rows.append(row)
    if not rows:
        return Reading((), "what it knows is no place of this name where the reports say it is")
    if len(rows) > 1:
        return Reading(tuple(rows), f"it knows {len(rows)} places of this name there")
    return Reading(tuple(rows), None)


def stored_rows(answers: Iterable[Answer], gazetteer: Gazetteer) -> tuple[Row, ...]:
    """The rows of all stored answers that may place a name by themselves, one per key: those with a single place."""
    found = {row.key: row for answer in answers if (row := read_answer(answer, gazetteer).proposal) is not None}
    return tuple(found[each] for each in sorted(found))


def _row(result: Result, answer: Answer, gazetteer: Gazetteer) -> Row | None:
    """The row of one result; `None` for what is no place, or not of the name asked for."""
    question, address = answer.question, _mapping(result.get("address"))
    asked, form = split_type(question.name)
    kind = _kind(result)
    if kind is None or (form == "stem" and kind not in AREAS) or (form == "name" and kind in AREAS - OF_CITY):
        return None
    parent = question.city
    if question.city:
        if kind not in AREAS or not _is_in(question.city, address):
            return None
        kind = kind if kind in OF_CITY else "city_district"
    elif kind in OF_CITY and (parent := _clean(address.get("city") or address.get("town"))) is None:
        return None
    names = _names(result, asked)
    if not names:
        return None
    country = str(address.get("country_code") or "").upper()
    name = _canonical(names, country, question)
    row = Row(
        name=name,
        alternates=tuple(dict.fromkeys(each for each in names.values() if each != name)),
        kind=kind,
        parent=parent,
        admin1=_region(address, country, gazetteer),
        country=country or None,
        latitude=round(float(result["lat"]), 5),
        longitude=round(float(result["lon"]), 5),
        radius_km=_radius_km(result),
        status="proposed",
        origin="OpenStreetMap",
        decided_by=None,
        decided_on=None,
        note=None,
        source=_source(result, answer),
        licence=_licence(result),
    )
    return row if {key(asked), loose_key(asked)} & entry_of(row).forms().keys() else None


def _same(one: Row, other: Row) -> bool:
    """Whether two rows are one place: a village as a point and as an area."""
    near = distance_km(entry_of(one).place, entry_of(other).place) <= SAME_KM
    return near and (one.kind in SETTLED) == (other.kind in SETTLED)


@cache
def _kinds() -> Sequence[tuple[str, str, range | None, str]]:
    """The rows of osm_kinds.csv. Raises VocabularyError, with file and line, for a kind that there is none."""
    rows = csv.reader((files("dashboard.geocode.asking") / "osm_kinds.csv").read_text("utf-8").splitlines())
    if tuple(next(rows)) != KIND_COLUMNS:
        raise VocabularyError(f"osm_kinds.csv, line 1: the columns must be {', '.join(KIND_COLUMNS)}")
    found = []
    for group, sort, low, high, kind, _ in rows:
        if kind not in load_kinds():
            raise VocabularyError(f"osm_kinds.csv, line {rows.line_num}: kind {kind!r} is none of kinds.csv")
        found.append((group, sort, range(int(low), int(high) + 1) if low else None, kind))
    return tuple(found)


def _kind(result: Result) -> str | None:
    """The kind of a result, by class and type; of a boundary, by what its address calls it, else by its rank."""
    group = result.get("class") or result.get("category")
    sort, called, rank = result.get("type"), result.get("addresstype"), result.get("place_rank")
    if group == "boundary" and sort == "administrative":
        by_name = next((kind for other, each, _, kind in _kinds() if other == "place" and each == called), None)
        if by_name is not None:
            return by_name
    for other, each, ranks, kind in _kinds():
        if other == group and each in ("", sort) and (ranks is None or (isinstance(rank, int) and rank in ranks)):
            return kind
    return None


def _names(result: Result, asked: str) -> dict[str, str]:
    """The names of a result by tag, without any that could not stand in a row."""
    details = _mapping(result.get("namedetails"))
    display_name = result.get("display_name")
    first = display_name.split(",")[0] if isinstance(display_name, str) else None
    stated = {"name": result.get("name") or first} | {tag: details[tag] for tag in NAMES if tag in details}
    for tag in OTHER_NAMES:
        for each in str(details.get(tag) or "").split(";"):
            if key(each) == key(asked):
                stated[tag] = each
    found = {tag: _clean(value) for tag, value in stated.items()}
    return {tag: value for tag, value in found.items() if value is not None}


def _clean(value: object) -> str | None:
    """A text of the service's as a cell may hold it; `None` for one that is none."""
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    fits = 0 < len(text) <= LONGEST and text[0].isalnum() and text.isprintable() and "|" not in text
    return text if fits else None


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _canonical(names: Mapping[str, str], country: str, question: Question) -> str:
    """Ukraine: the official romanisation; elsewhere the English name, else the local one in Latin letters."""
    ukrainian = names.get("name:uk") or names.get("name")
    if depth().get(country, ("", ""))[1] == "uk" and ukrainian and is_cyrillic(ukrainian):
        bare, form = split_type(ukrainian)
        return romanise(bare) + (" District" if form == "stem" else "")
    for tag in ("name:en", "int_name", "name"):
        if (name := names.get(tag)) and not is_cyrillic(name):
            return name
    return romanise(names.get("name") or question.name)


def _region(address: Mapping[str, object], country: str, gazetteer: Gazetteer) -> str | None:
    """The first-level region by the ISO 3166-2 code of the address, else by its name, as the gazetteer calls it."""
    codes = [str(value) for tag, value in address.items() if tag.startswith("ISO3166-2")]
    names = [str(address[tag]) for tag in ("state", "region", "province", "city") if tag in address]
    for spelling in (*(f"={code}" for code in codes), *(key(split_type(name)[0]) for name in names)):
        for place, _ in gazetteer.find(spelling).places:
            if place.precision == "admin1" and place.country == country:
                return place.name
    return None


def _is_in(city: str, address: Mapping[str, object]) -> bool:
    """Whether an address names the city."""
    named = (str(address[tag]) for tag in ("city", "town", "municipality", "county", "state") if tag in address)
    wanted = {key(city), loose_key(city)}
    return any({key(each), loose_key(each)} & wanted for each in named)


def _radius_km(result: Result) -> float | None:
    """The radius of a circle as large as the bounding box; `None` for a point, whose box the service makes up."""
    box = result.get("boundingbox")
    if result.get("osm_type") == "node" or not isinstance(box, Sequence) or len(box) != 4:
        return None
    try:
        south, north, west, east = (float(each) for each in box)
    except (TypeError, ValueError):
        return None
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        return None
    width = (east - west) * DEGREE_KM * math.cos(math.radians((south + north) / 2))
    return max(0.1, round(math.sqrt(width * (north - south) * DEGREE_KM / math.pi), 1))


def _source(result: Result, answer: Answer) -> str:
    """Where the coordinates come from, in enough words to find them again."""
    what = [str(result[tag]) for tag in ("osm_type", "osm_id") if str(result.get(tag, "")).isalnum()]
    return f"{' '.join(['OpenStreetMap', *what])}, from {answer.service} on {answer.asked_at:%Y-%m-%d}"


def _licence(result: Result) -> str:
    """The licence that the answer states; OpenStreetMap's where it names that, or none."""
    stated = result.get("licence")
    text = " ".join(stated.split())[:200] if isinstance(stated, str) and stated.isprintable() else ""
    return "ODbL 1.0" if not text or "openstreetmap" in text.lower() else text
