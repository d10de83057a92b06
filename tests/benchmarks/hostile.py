"""Whether any text makes the reader fail, and how its time grows with the length: run by hand.

    .venv/bin/python -m tests.benchmarks.hostile 100000

Reads that many random and mutated texts, then texts of one piece over and over, each twice as long as the last.
"""

import random
import sys
import time
from datetime import date

from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.records import Report
from dashboard.settings import load
from tests.extract.hostile import SENTENCE, mutated, noise, scraps

PUBLISHED = date(2025, 7, 4)
LENGTHS = (50_000, 100_000, 200_000, 400_000)
PIECES = {
    "sentences": SENTENCE,
    "one sentence": SENTENCE.replace(".", ",").replace("overnight", "and"),
    "list items": "- Poltava: a drone hit a house, two injured;\n",
    "table rows": "| Poltava | drone | 2 killed | on Friday |\n",
    "names": "Kyiv, Kharkiv and Sumy ",
    "numbers": "twenty-two people, 47 ",
    "dates": "on Friday, 4 July, overnight ",
    "quotation marks": "«“",
    "brackets": "((",
    "blanks": " ",
    "line ends": "\n",
    "letters": "x",
    "Unicode": "💥\u0301\u202e",
}


def main() -> None:
    """Prints how many texts were read, the slowest, and seconds by length."""
    gazetteer = Gazetteer.load(load().gazetteer, load().cache)
    chance = random.Random(7)
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    slowest, found, began = 0.0, 0, time.perf_counter()
    for number in range(many):
        body = (mutated, scraps, noise)[number % 3](chance)
        started = time.perf_counter()
        found += len(extract(Report(str(number), body[:80] or None, body, PUBLISHED), gazetteer).accounts)
        slowest = max(slowest, time.perf_counter() - started)
    print(f"{many} texts in {time.perf_counter() - began:.0f} s, slowest {slowest:.3f} s, {found} strikes, no failure")
    print(f"{'seconds for characters:':24}" + "".join(f"{length:>10,}" for length in LENGTHS))
    for name, piece in PIECES.items():
        row = f"{name:24}"
        for length in LENGTHS:
            body = (piece * (length // len(piece) + 1))[:length]
            started = time.perf_counter()
            extract(Report("r", None, body, PUBLISHED), gazetteer)
            row += f"{time.perf_counter() - started:10.2f}"
        print(row, flush=True)


if __name__ == "__main__":
    main()
