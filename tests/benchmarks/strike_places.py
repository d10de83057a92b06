"""How well the strikes of annotated reports are placed, whatever else is read of them: run by hand.

    python -m tests.benchmarks.strike_places GOLD_DIR...

A gold event and an account of the same words and days are one pair; of several in one sentence, those of one name. What
is printed is the share of pairs within score.py's TOLERANCE_KM of the gold point with the right precision (site and
settlement as one class), and each of the others with its reason.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from geopy.distance import great_circle

from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.records import Account
from dashboard.reports.read import read_file
from dashboard.settings import load

TOLERANCE_KM = {"site": 15, "district": 12, "settlement": 15, "raion": 40, "admin1": 120, "country": 700}
Event = dict[str, Any]


def words(text: str) -> set[str]:
    return {word.strip(".,:;!?\"'“”‘’()").lower() for word in text.split()}


def alike(event: Event, account: Account) -> tuple[float, float]:
    """How much of the event's quote an account's words hold, and how many of its values agree; 0 for other days."""
    start, end = date.fromisoformat(event["date_start"]), date.fromisoformat(event["date_end"])
    if account.date_start is None or account.date_end is None:
        return 0.0, 0.0
    day = timedelta(days=1)
    if account.date_start > end + day or account.date_end < start - day:
        return 0.0, 0.0
    want = words(event["quote"])
    same = sum(event[name] == getattr(account, name) for name in ("strike_type", "killed", "injured", "status"))
    return len(want & words(account.quote)) / len(want), float(same)


def pairs(events: list[Event], accounts: list[Account]) -> Iterator[tuple[Event, Account]]:
    """Each event with the account of the same words and days; of several in one sentence, those of one place first."""
    ranked = []
    for i, event in enumerate(events):
        for j, account in enumerate(accounts):
            quote, same = alike(event, account)
            if quote >= 0.5:
                named = account.place is not None and event["place"].split(",")[0].split()[0] in account.place
                ranked.append((-named, -quote, -same, i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    for *_, i, j in sorted(ranked):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield events[i], accounts[j]


def verdict(event: Event, account: Account) -> str | None:
    """Why an account is not where the gold event is; `None` where it is."""
    if account.latitude is None or account.longitude is None:
        return "unplaced"
    off = great_circle((event["latitude"], event["longitude"]), (account.latitude, account.longitude)).km
    if off > TOLERANCE_KM[event["precision"]]:
        return f"{off:.0f} km off"
    point = {"site": "settlement"}
    if point.get(event["precision"], event["precision"]) != point.get(account.precision or "", account.precision):
        return f"as {account.precision}, not as {event['precision']}"
    return None


def main() -> None:
    gazetteer = Gazetteer.load(load().gazetteer, load().cache)
    right = total = unpaired = 0
    for folder in map(Path, sys.argv[1:]):
        for gold in sorted(folder.glob("*.gold.json")):
            events = json.loads(gold.read_text("utf-8"))["events"]
            stem = gold.name.split(".")[0]
            accounts = list(extract(read_file(gold.with_name(f"{stem}.txt")), gazetteer).accounts)
            found = list(pairs(events, accounts))
            unpaired += len(events) - len(found)
            for event, account in found:
                why = verdict(event, account)
                total += 1
                right += why is None
                if why:
                    there = f"{event['place']} ({event['precision']}) got {account.place}"
                    print(f"{stem}: {there}: {why}; {account.quote[:80]!r}")
    print(f"{right} of {total} pairs placed right: {right / max(1, total):.3f}; {unpaired} events without an account")


if __name__ == "__main__":
    main()
