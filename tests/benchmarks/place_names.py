"""Precision, recall and F1 of place names in the texts of tests/samples_places, a line per file.

    python -m tests.benchmarks.place_names [FILE...] [--errors]

A name counts as found where a span overlaps it and lies within 161 km.
"""

import sys
from pathlib import Path

from dashboard.geocode import Gazetteer
from dashboard.settings import load
from tests.place_texts import FOLDER, score


def main() -> None:
    gazetteer = Gazetteer.load(load().gazetteer, load().cache)
    named = [Path(each) for each in sys.argv[1:] if not each.startswith("-")]
    for file in named or sorted(FOLDER.glob("*.txt")):
        result = score(file, gazetteer)
        if "--errors" in sys.argv:
            print(*result.errors, sep="\n")
        print(
            f"{file.stem:18} marked {result.marked:4} found {result.found:4} right {result.hits:4}  "
            f"precision {result.precision:.3f}  recall {result.recall:.3f}  F1 {result.f1:.3f}"
        )


if __name__ == "__main__":
    main()
