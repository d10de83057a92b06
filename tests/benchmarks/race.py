"""Several readers over the same texts, in turn, in one process on one core: what the benchmarks of speed share.

The texts are the sample reports of 450 words and more, cut at the end of the sentence that holds their 580th word, the
length of an agency report. Every round reads every text with every reader in turn; printed are medians over the rounds.
"""

import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from dashboard.records import Report
from dashboard.reports.read import read_file
from dashboard.settings import CHECKOUT

ROUNDS = 9
LEAST, WORDS = 450, 580
Reader = Callable[[Report], object]


def texts() -> list[Report]:
    """The long sample reports in English, at most 580 words and a sentence of each."""
    reports = (read_file(path) for path in sorted((CHECKOUT / "tests" / "samples").glob("*.txt")))
    return [_cut(report) for report in reports if report.language == "en" and len(report.body.split()) >= LEAST]


def _cut(report: Report) -> Report:
    words = list(re.finditer(r"\S+", report.body))
    stop = report.body.find(". ", words[WORDS].start()) if len(words) > WORDS else -1
    return report if stop < 0 else replace(report, body=report.body[: stop + 1])


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


def run(competing: dict[str, Reader], start: str) -> None:
    """Prints the table, ours being the first reader, and how long a new process takes for the program `start`."""
    reports = texts()
    words = sum(len(report.body.split()) for report in reports) / len(reports)
    taken = measure(reports, competing)
    ours = next(iter(taken.values()))
    print(f"{len(reports)} reports of {words:.0f} words, {ROUNDS} rounds")
    for name, each in taken.items():
        print(f"{name:18} {each:7.2f} ms a report {1000 / each:7.0f} reports a second   {each / ours:6.2f} x ours")
    alone = f"{start}\nimport resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    found = subprocess.run([sys.executable, "-c", alone], capture_output=True, text=True, check=True).stdout.split()
    print(f"start-up to the first report read, index already built: {float(found[0]):.2f} s")
    print(f"memory of ours alone after one report: {float(found[1]):.0f} MB")
    print(f"memory of all readers: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
