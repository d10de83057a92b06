"""A strikes frame as arrays to filter and count by: made once for a store, shared by all readers, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.filters.within import Points

UNPLACED = "unplaced"  # how a filter and a link name a strike whose place could not be found
NO_REGION = "unknown"  # likewise one whose first-level region is not known
SOURCE_SEPARATOR = "; "  # between the sources of one strike in the store's frame
CHOICES = {"types": "strike_type", "attackers": "attacker", "statuses": "status", "precisions": "precision"}
CODED = (*CHOICES, "regions")

Mask: TypeAlias = npt.NDArray[np.bool_]
Codes: TypeAlias = npt.NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Coded:
    """A column as numbers: `codes` say for each row which of `values` it has, -1 for none."""

    codes: Codes
    values: tuple[str, ...]

    def among(self, wanted: tuple[str, ...]) -> Mask:
        """True for rows that have one of the wanted values."""
        allowed = np.array([*(value in wanted for value in self.values), False])  # the last is that of -1
        return allowed[self.codes]

    def counts(self, mask: Mask) -> npt.NDArray[np.int64]:
        """How many rows of a mask have each of `values`."""
        codes = self.codes[mask]
        return np.bincount(codes[codes >= 0], minlength=len(self.values))


@dataclass(frozen=True, eq=False)
class Columns:
    """The arrays, each in the order of the frame. Days are counted from 1970-01-01; `dated` is False without a date.

    Where one end of an interval is open, the other stands for it.
    """

    frame: pd.DataFrame
    choices: Mapping[str, Coded]
    sources: Coded  # each row's sources as one text
    first: npt.NDArray[np.int32]
    last: npt.NDArray[np.int32]
    dated: Mask

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Columns":
        """The arrays of a frame of the store, with repeated texts as categories or not."""
        start, end = (frame[name].to_numpy(dtype="datetime64[D]") for name in ("date_start", "date_end"))
        first, last = np.where(np.isnat(start), end, start), np.where(np.isnat(end), start, end)
        dated = ~np.isnat(first)
        return cls(
            frame=frame,
            choices={
                **{field: coded(frame[name], field == "precisions") for field, name in CHOICES.items()},
                "regions": _regions(frame),
            },
            sources=coded(frame["sources"]),
            first=np.where(dated, first.astype(np.int64), 0).astype(np.int32),
            last=np.where(dated, last.astype(np.int64), 0).astype(np.int32),
            dated=dated,
        )

    def __len__(self) -> int:
        return len(self.frame)

    @cached_property
    def points(self) -> Points:
        """Where the strikes are, for areas."""
        return Points(self.frame)

    @cached_property
    def single_sources(self) -> tuple[tuple[str, ...], Codes, Codes]:
        """The names of all sources; and, in pairs, a text of `sources` and one of the names in it."""
        lists = [text.split(SOURCE_SEPARATOR) for text in self.sources.values]
        names = tuple(sorted({name for names in lists for name in names if name}, key=str.casefold))
        at = {name: number for number, name in enumerate(names)}
        pairs = [(text, at[name]) for text, named in enumerate(lists) for name in named if name]
        texts, singles = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        return names, texts, singles


def coded(column: "pd.Series[Any]", named_unplaced: bool = False) -> Coded:
    """A column of texts as numbers; `named_unplaced` makes UNPLACED a value, for rows that have none."""
    made = pd.Categorical(column)
    values = tuple(str(value) for value in made.categories)
    codes = made.codes
    if named_unplaced and (codes < 0).any():
        codes = np.where(codes < 0, len(values), codes).astype(codes.dtype)
        values = (*values, UNPLACED)
    return Coded(codes, values)


def region_name(admin1: str, country: str | None) -> str:
    """How a filter and a link name a first-level region: "Kharkiv Oblast, UA"; other countries may have the name."""
    return f"{admin1}, {country}" if country else admin1


def _regions(frame: pd.DataFrame) -> Coded:
    """The regions by number, with NO_REGION for rows that have none."""
    admin1, country = coded(frame["admin1"]), coded(frame["country"])
    pairs = (admin1.codes.astype(np.int64) + 1) * (len(country.values) + 1) + country.codes + 1
    pairs[admin1.codes < 0] = -1
    found, codes = np.unique(pairs, return_inverse=True)
    names = [
        NO_REGION if pair < 0 else region_name(admin1.values[at - 1], (*country.values, None)[of - 1])
        for pair, (at, of) in ((int(pair), divmod(int(pair), len(country.values) + 1)) for pair in found)
    ]
    return Coded(codes.ravel(), tuple(names))
