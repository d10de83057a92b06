"""Made-up strikes for measuring: any number, the same each time, as a frame for other libraries and as our store."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from dashboard.as_json import ACCOUNT_FIELDS
from dashboard.choose import CHOSEN_FIELDS
from dashboard.store.tables import REPORT_COLUMNS
from dashboard.store.write import write_rows

LAST_DAY, DAYS = date(2025, 12, 31), 730
YEARS, STEP = 8, 10  # overlapping years, and the days between their ends
SOUTH, NORTH, WEST, EAST = 45.0, 52.0, 23.0, 40.0
TYPES = ("drone", "missile", "airstrike", "shelling", "mixed", "other")
STATUSES = ("confirmed", "claimed", "unconfirmed", "disputed")
PER_REPORT = 5
# Precision, its share, how many places there are of it (None: each strike has its own), and its radius in metres.
PLACES = (
    ("site", 0.55, None, 0.0),
    ("settlement", 0.35, 3000, 2000.0),
    ("district", 0.05, 200, 4000.0),
    ("raion", 0.02, 120, 25000.0),
    ("admin1", 0.02, 25, 90000.0),
    ("country", 0.01, 1, 600000.0),
)


def strikes(number: int) -> pd.DataFrame:
    """That many strikes in the order of their dates: id, place, day, type, status, killed and a sentence."""
    chance = np.random.default_rng(7)
    kind = chance.choice(len(PLACES), number, p=[share for _, share, _, _ in PLACES])
    latitude, longitude = chance.uniform(SOUTH, NORTH, number), chance.uniform(WEST, EAST, number)
    name = np.arange(number)
    for code, (_, _, places, _) in enumerate(PLACES):
        if places is not None:
            here = kind == code
            name[here] = chance.integers(0, places, here.sum())
            latitude[here] = chance.uniform(SOUTH, NORTH, places)[name[here]]
            longitude[here] = chance.uniform(WEST, EAST, places)[name[here]]
    days = np.sort(chance.integers(0, DAYS, number))
    first = LAST_DAY - timedelta(days=DAYS - 1)
    precision = np.array([row[0] for row in PLACES])[kind]
    killed = chance.poisson(0.7, number).astype(float)
    killed[chance.random(number) < 0.4] = np.nan
    frame = pd.DataFrame(
        {
            "strike_id": [f"r{n // PER_REPORT:07d}-{n:08d}" for n in range(number)],
            "latitude": latitude.round(5),
            "longitude": longitude.round(5),
            "precision": precision,
            "radius": np.array([row[3] for row in PLACES])[kind],
            "place": [f"{p.title()} {n}" for p, n in zip(precision, name, strict=True)],
            "admin1": np.char.add("Oblast ", chance.integers(0, 25, number).astype(str)),
            "day": pd.Timestamp(first) + pd.to_timedelta(days, unit="D"),
            "strike_type": np.array(TYPES)[chance.choice(6, number, p=[0.4, 0.2, 0.1, 0.2, 0.05, 0.05])],
            "status": np.array(STATUSES)[chance.choice(4, number, p=[0.6, 0.25, 0.1, 0.05])],
            "attacker": np.array(["Russia", "Ukraine", "unknown"])[chance.choice(3, number, p=[0.7, 0.2, 0.1])],
            "killed": killed,
        }
    )
    said = "On " + frame["day"].dt.strftime("%-d %B") + " a " + frame["strike_type"] + " hit " + frame["place"]
    return frame.assign(quote=said + ", the regional administration said.")


def year(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    """Half of the strikes: those of a year that ends so many times STEP days before the last day."""
    end = pd.Timestamp(LAST_DAY) - pd.Timedelta(days=number * STEP)
    return frame[(frame["day"] > end - pd.Timedelta(days=365)) & (frame["day"] <= end)]


def year_name(number: int) -> str:
    """What the button of such a year says."""
    return f"Year {number}"


def write_store(path: Path, number: int) -> None:
    """Our store of these strikes: one account each, five to a report."""
    frame = strikes(number)
    fixed = dict.fromkeys(CHOSEN_FIELDS) | {"country": "UA", "date_prec": 1}
    text = frame["day"].dt.strftime("%Y-%m-%d").tolist()
    killed = [None if pd.isna(k) else int(k) for k in frame["killed"]]
    own: dict[str, list[Any]] = {
        **{name: frame[name].tolist() for name in ("strike_type", "status", "attacker", "quote", "place", "admin1")},
        **{name: frame[name].tolist() for name in ("latitude", "longitude", "precision")},
        **{"date_start": text, "date_end": text, "place_phrase": frame["place"].tolist()},
        **{"uncertainty_radius_m": frame["radius"].tolist(), "killed": killed, "killed_low": killed},
    }
    ids = frame["strike_id"].tolist()
    chosen = list(zip(*(own.get(name, [fixed[name]] * number) for name in CHOSEN_FIELDS), strict=True))
    sources = [f"Source {n % 40}" for n in range(number // PER_REPORT + 1)]
    reports = [f"r{n:07d}" for n in range(len(sources))]
    account = {name: at for at, name in enumerate(CHOSEN_FIELDS)}

    def account_row(n: int) -> tuple[Any, ...]:
        outside = {"account_id": ids[n], "report": reports[n // PER_REPORT], "spans": "{}", "rules": "{}"}
        values = chosen[n]
        return (*(outside[f] if f in outside else values[account[f]] for f in ACCOUNT_FIELDS), ids[n], None)

    body = dict.fromkeys(REPORT_COLUMNS) | {"body": "A made-up report.", "language": "en"}
    rows: dict[str, list[tuple[Any, ...]]] = {
        "reports": [
            tuple((body | {"report_id": r, "title": r, "published": LAST_DAY.isoformat(), "source": s}).values())
            for r, s in zip(reports, sources, strict=True)
        ],
        "accounts": [account_row(n) for n in range(number)],
        "strikes": [(ids[n], *chosen[n], 1, sources[n // PER_REPORT], None, 1, "{}", "[]") for n in range(number)],
        "places": [],
        "names": [],
        "skipped": [],
    }
    write_rows(path, rows)
