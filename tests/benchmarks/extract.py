"""How fast reports are read, beside dateparser.search and flashgeotext alone, on the same texts: run by hand.

    .venv/bin/pip install -e '.[benchmark]'
    .venv/bin/python -m tests.benchmarks.extract

Ours reads strikes with all their values; the others find dates alone, or names alone.
"""

from dateparser.search import search_dates
from flashgeotext.geotext import GeoText

from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.settings import load
from tests.benchmarks import race

START = """
import time; began = time.perf_counter()
from datetime import date; from dashboard.extract import extract; from dashboard.geocode import Gazetteer
from dashboard.records import Report; from dashboard.settings import load
gazetteer = Gazetteer.load(load().gazetteer, load().cache)
extract(Report("r", None, "A drone hit a house in Kyiv.", date(2025, 7, 4)), gazetteer)
print(time.perf_counter() - began)
"""


def readers() -> dict[str, race.Reader]:
    """What is measured: each reader by its name, ours first."""
    gazetteer = Gazetteer.load(load().gazetteer, load().cache)
    geotext = GeoText()
    return {
        "strikemap": lambda report: extract(report, gazetteer),
        "dateparser.search": lambda report: search_dates(report.body, languages=["en"]),
        "flashgeotext": lambda report: geotext.extract(report.body),
    }


if __name__ == "__main__":
    race.run(readers(), START)
