"""The places in use as the page lists and filters them: with their status in the gazetteer, in words, page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.geocode.sources.countries import country_name
from dashboard.geocode.sources.deciding import row_key
from dashboard.geocode.sources.reviewed import Key, Row
from dashboard.views import tongue
from dashboard.views.places import wording
from dashboard.views.told import told
from dashboard.views.tongue import _

STATUSES = ("ambiguous", "unplaced", "proposed", "unreviewed", "imported", "reviewed")
IMPORTED = "import"  # who decided on a row that was taken over as its source has it
PER_PAGE = 100
TOLD = ("name", "words", "admin1", "country_name", "parent", "origin")  # what the text filter looks into


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked to see: statuses (none are all), a text, and the page of the table from 0."""

    statuses: tuple[str, ...] = ()
    text: str = ""
    page: int = 0


def with_status(frame: pd.DataFrame, rows: Mapping[Key, Row]) -> pd.DataFrame:
    """The store's frame of places with `status` (one of STATUSES) and `country_name`."""
    statuses = [
        _status(rows.get(row_key(name, kind, parent, admin1, country)), lost=lost, ambiguous=ambiguous)
        for name, kind, parent, admin1, country, lost, ambiguous in frame[
            ["name", "kind", "parent", "admin1", "country", "lost", "ambiguous"]
        ].itertuples(index=False)
    ]
    return frame.assign(status=statuses, country_name=frame["country"].map(country_name))


def select(frame: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """The rows that pass status and text, in the same order."""
    found = frame[_told(frame, asked.text)]
    return found[found["status"].isin(asked.statuses)] if asked.statuses else found


def counts(frame: pd.DataFrame, asked: Asked) -> dict[str, int]:
    """For each status, how many places choosing it alone would leave."""
    counted = frame[_told(frame, asked.text)]["status"].value_counts()
    return {status: int(counted.get(status, 0)) for status in STATUSES}


def pages(number: int) -> int:
    """How many pages of the table that many places fill, at least one."""
    return max(1, -(-number // PER_PAGE))


def table(shown: pd.DataFrame, page: int) -> pd.DataFrame:
    """One page of the table, in words; the index is the place's id."""
    rows = shown.iloc[page * PER_PAGE : (page + 1) * PER_PAGE]
    others = rows["candidates"] - (~rows["lost"]).astype(int)
    return pd.DataFrame(
        {
            _("Place"): rows["name"].to_numpy(),
            _("Region"): [
                wording.within(admin1, tongue.country(country), name)
                for admin1, country, name in zip(rows["admin1"], rows["country"], rows["name"], strict=True)
            ],
            _("Status"): rows["status"].map(wording.STATUSES.__getitem__).to_numpy(),
            _("Strikes"): rows["strikes"].to_numpy(),
            _("Held back"): rows["held_back"].where(rows["held_back"] > 0).astype("Int64").to_numpy(),
            _("Mentions"): rows["mentions"].to_numpy(),
            _("Exactness"): [wording.exactness(each) if isinstance(each, str) else "" for each in rows["precision"]],
            _("Radius"): [
                wording.radius(radius, assumed)
                for radius, assumed in zip(rows["uncertainty_radius_m"], rows["radius_assumed"], strict=True)
            ],
            _("Coordinates from"): rows["origin"].map(lambda name: told(str(name)), na_action="ignore").to_numpy(),
            _("Other candidates"): others.clip(lower=0).to_numpy(),
        },
        index=rows["item"].astype(str),
    )


def page_of(shown: pd.DataFrame, item: str | None) -> int | None:
    """The page on which a place stands; `None` where it is on none."""
    at = [number for number, each in enumerate(shown["item"]) if each == item]
    return at[0] // PER_PAGE if at else None


def by_key(rows: Sequence[Row]) -> dict[Key, Row]:
    """The rows of the gazetteer by their keys."""
    return {row.key: row for row in rows}


def _status(row: Row | None, *, lost: bool, ambiguous: bool) -> str:
    if lost:
        return "ambiguous" if ambiguous else "unplaced"
    if row is None or row.status == "unfindable":
        return "unreviewed"
    if row.status == "proposed":
        return "proposed"
    return "imported" if row.decided_by in (None, IMPORTED) else "reviewed"


def _told(frame: pd.DataFrame, text: str) -> "pd.Series[bool]":
    found = pd.Series(not text, index=frame.index)
    for column in TOLD if text else ():
        found |= frame[column].fillna("").astype(str).str.casefold().str.contains(text.casefold(), regex=False)
    return found
