"""Reads the counties of the United States and the small places with a post office (GeoNames, by way of zipcodes)."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from statistics import fmean

import zipcodes

from dashboard.geocode.sources.entries import Entry, abbreviated
from dashboard.geocode.sources.regions import region_entries
from dashboard.geocode.spelling.folding import key
from dashboard.geocode.spelling.words import load_kinds
from dashboard.records import Place

_COUNTIES = (" County", " Parish", " Borough", " Census Area", " Municipio")
_DELIVERED = frozenset({"STANDARD", "PO BOX"})  # and not one firm's own code, nor the forces'
POST_OFFICE_KM = 5.0  # a post town's point is that of its postal area


def post_entries(known: Collection[tuple[str, str]]) -> Iterator[Entry]:
    """Counties, at the mean of their postal areas, and post towns but those `known` (key of the name, state's name)."""
    counties: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    towns: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for area in zipcodes.list_all():  # type: ignore[no-untyped-call]  # the package types its functions but this one
        state = region_entries().get(f"US-{area['state']}")
        if state is None or not area["lat"] or area["zip_code_type"] not in _DELIVERED:
            continue
        point = (float(area["lat"]), float(area["long"]))
        if area["county"].endswith(_COUNTIES):
            counties[area["county"], state.place.name].append(point)
        if (key(area["city"]), state.place.name) not in known:
            towns[area["city"], state.place.name].append(point)
    for (name, state_name), points in counties.items():
        yield Entry(_place(name, "county", state_name, points), (name,), typed=True)
    for (name, state_name), points in towns.items():
        yield Entry(_place(name, "village", state_name, points), (name, *abbreviated(name)))


def _place(name: str, kind: str, state: str, points: list[tuple[float, float]]) -> Place:
    return Place(
        name=name,
        kind=kind,
        precision=load_kinds()[kind].precision,  # type: ignore[arg-type]  # checked when the kinds are read
        latitude=round(fmean(point[0] for point in points), 4),
        longitude=round(fmean(point[1] for point in points), 4),
        radius_m=load_kinds()[kind].radius_m if kind == "county" else POST_OFFICE_KM * 1000,
        radius_assumed=True,
        country="US",
        admin1=state,
        parent=None,
        origin="zipcodes",
        population=None,
    )
