"""How fast place names are found and resolved, beside flashgeotext and geotext, on the same texts: run by hand.

    .venv/bin/pip install -e '.[benchmark]'
    .venv/bin/python -m tests.benchmarks.places

Ours decides by context which place each name means, and whether it is one at all; the others look names up in lists.
"""

from flashgeotext.geotext import GeoText as FlashGeoText
from geotext import GeoText

from dashboard.geocode import Gazetteer, find_places
from dashboard.settings import load
from tests.benchmarks import race

START = """
import time; began = time.perf_counter()
from dashboard.geocode import Gazetteer, find_places
from dashboard.records import Report; from dashboard.settings import load
find_places(Report("r", None, "A drone hit a house in Kyiv."), Gazetteer.load(load().gazetteer, load().cache))
print(time.perf_counter() - began)
"""


def readers() -> dict[str, race.Reader]:
    """What is measured: each reader by its name, ours first."""
    gazetteer = Gazetteer.load(load().gazetteer, load().cache)
    flash = FlashGeoText()
    return {
        "strikemap": lambda report: find_places(report, gazetteer),
        "flashgeotext": lambda report: flash.extract(report.body),
        "geotext": lambda report: GeoText(report.body),
    }


if __name__ == "__main__":
    race.run(readers(), START)
