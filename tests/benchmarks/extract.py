"""How fast reports are read, beside dateparser.search and flashgeotext alone, on the same texts: run by hand.

    .venv/bin/pip install -e '.[benchmark]'
    .venv/bin/python -m tests.benchmarks.extract

The texts are the sample reports of 450 words and more, cut at the end of the sentence that holds their 580th word, the
length of an agency report. Every round reads every text with every reader in turn, in one process on one core; printed
are medians over the rounds. Ours reads strikes with all their values; the others find dates alone, or names alone.
"""

import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from dateparser.search import search_dates
from flashgeotext.geotext import GeoText

from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.records import Report
from dashboard.reports.read import read_file
from dashboard.settings import CHECKOUT, load

ROUNDS = 9
LEAST, WORDS = 450, 580
Reader = Callable[[Report], object]
START = """
import time; began = time.perf_counter()
from datetime import date; from dashboard.extract import extract; from dashboard.geocode import Gazetteer
from dashboard.records import Report; from dashboard.settings import load
gazetteer = Gazetteer.load(load().gazetteer, load().cache)
extract(Report("r", None, "A drone hit a house in Kyiv.", date(2025, 7, 4)), gazetteer)
print(time.perf_counter() - began)
"""


def texts() -> list[Report]:
    """The long sample reports in English, at most 580 words and a sentence of each."""
    reports = (read_file(path) for path in sorted((CHECKOUT / "tests" / "samples").glob("*.txt")))
    return [_cut(report) for report in reports if report.language == "en" and len(report.body.split()) >= LEAST]


def _cut(report: Report) -> Report:
    words = list(re.finditer(r"\S+", report.body))
    stop = report.body.find(". ", words[WORDS].start()) if len(words) > WORDS else -1
    return report if stop < 0 else replace(report, body=report.body[: stop + 1])


def readers() -> dict[str, Reader]:
    """What is measured: each reader by its name, ours first."""
    gazetteer = Gazetteer.load(load().gazetteer, load().cache)
    geotext = GeoText()
    return {
        "strikemap": lambda report: extract(report, gazetteer),
        "dateparser.search": lambda report: search_dates(report.body, languages=["en"]),
        "flashgeotext": lambda report: geotext.extract(report.body),
    }


def measure(reports: list[Report], competing: dict[str, Reader]) -> dict[str, float]:
    """The median over the rounds of the mean time for one report, in milliseconds, by reader."""
    times: dict[str, list[float]] = {name: [] for name in competing}
    for number in range(ROUNDS + 1):
        for name, read in competing.items():
            began = time.perf_counter()
            for report in reports:
                read(report)
            if number:  # the first round only warms up
                times[name].append(1000 * (time.perf_counter() - began) / len(reports))
    return {name: statistics.median(taken) for name, taken in times.items()}


def main() -> None:
    """Prints the table."""
    reports = texts()
    words = sum(len(report.body.split()) for report in reports) / len(reports)
    taken = measure(reports, readers())
    ours = taken["strikemap"]
    print(f"{len(reports)} reports of {words:.0f} words, {ROUNDS} rounds")
    for name, each in taken.items():
        print(f"{name:18} {each:7.2f} ms a report {1000 / each:7.0f} reports a second   {each / ours:6.2f} x ours")
    started = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True).stdout
    print(f"start-up to the first report read, index already built: {float(started):.2f} s")
    print(f"memory, all three readers: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
