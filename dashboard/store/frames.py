"""Rows of the store as frames; and packed by column, as the page reads them in a moment, however many they are."""

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from dashboard.as_json import DATE_FIELDS
from dashboard.store import tables

WHOLE_NUMBERS = (
    *("date_prec", "killed", "killed_low", "killed_high", "injured", "injured_low", "injured_high"),
    *("number_of_reports", "n_accounts", "population"),
)
NUMBERS = ("latitude", "longitude", "uncertainty_radius_m")
# What the page counts, draws and sorts by; words that are only read stay in the tables.
COUNTED = (
    *("strike_id", "date_start", "date_end", "date_prec", "place", "admin1", "country", "latitude", "longitude"),
    *("precision", "uncertainty_radius_m", "strike_type", "attacker", "killed", "killed_low", "injured", "injured_low"),
    *("status", "number_of_reports", "sources"),
)
REPEATED = frozenset({"place", "admin1", "country", "precision", "strike_type", "attacker", "status", "sources"})
ORDER = "ORDER BY date_start IS NULL, date_start, strike_id"
Rows = Callable[[str], Sequence[tuple[Any, ...]]]


def frame(columns: Iterable[str], rows: Sequence[tuple[Any, ...]]) -> pd.DataFrame:
    """Rows with the types of their columns: dates datetime64, whole numbers nullable Int64. Unknown is missing."""
    made = pd.DataFrame(rows, columns=list(columns), dtype=object)
    for name in made.columns:
        if name in DATE_FIELDS or name == "published":
            made[name] = pd.to_datetime(made[name], format="%Y-%m-%d").astype("datetime64[s]")
        elif name in WHOLE_NUMBERS:
            made[name] = made[name].astype("Int64")
        elif name in NUMBERS:
            made[name] = made[name].astype("float64")
        elif name == "radius_assumed":
            made[name] = made[name].astype(bool)
    return made


def mentions(rows: Rows) -> pd.DataFrame:
    """One row per mention: report, its `published`, text, start, end, part, and the place's fields."""
    own = list(tables.NAME_COLUMNS[:5])
    of_place = [name for name in tables.PLACE_COLUMNS if name not in {"place_id", "name"}]
    named = ", ".join([*(f'names."{name}"' for name in own), "name", *of_place, "published"])
    query = f"SELECT {named} FROM names JOIN places USING (place_id) JOIN reports ON report = report_id"
    return frame([*own, "place", *of_place, "published"], rows(f"{query} WHERE mention ORDER BY names.rowid"))


def tellings(rows: Rows, strikes: "pd.Series[Any]") -> pd.DataFrame:
    """Which report tells of which strike, by its place among `strikes`: one row per pair of `strike` and `report`."""
    told = frame(("strike_id", "report"), rows("SELECT DISTINCT strike_id, report FROM accounts"))
    at = pd.Index(strikes.astype(object)).get_indexer(told["strike_id"])
    return pd.DataFrame({"strike": at.astype("int32"), "report": told["report"].astype("category")})


def counted(rows: Rows) -> pd.DataFrame:
    """The strikes by date, with the columns COUNTED; what is repeated is a category."""
    made = frame(COUNTED, rows(f"SELECT {', '.join(COUNTED)} FROM strikes {ORDER}"))
    made = made.astype(dict.fromkeys(REPEATED, "category"))
    return made.astype({"strike_id": "str"})


def pack(rows: Rows) -> list[tuple[str, bytes]]:
    """The rows of the table `frames`: the frames by name, each as bytes that `unpack` reads."""
    strikes = counted(rows)
    frames = {"strikes": strikes, "mentions": mentions(rows), "tellings": tellings(rows, strikes["strike_id"])}
    packed = []
    for name, one in frames.items():
        file = io.BytesIO()
        one.to_feather(file)
        packed.append((name, file.getvalue()))
    return packed


def unpack(packed: bytes) -> pd.DataFrame:
    """The frame of a row of `frames`."""
    return pd.read_feather(io.BytesIO(packed))
