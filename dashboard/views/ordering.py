"""The strikes in the order of any column of the table: worked out once for a store, however many readers there are."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Positions: TypeAlias = npt.NDArray[np.int64]
Mask: TypeAlias = npt.NDArray[np.bool_]

NEWEST_FIRST = ("date_start", "date_end")


class Orders:
    """Orders of a strikes frame, as positions in it. What is not stated comes last either way; ties, newest first."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._made: dict[tuple[str, bool], Positions] = {}

    def by(self, column: str, *, descending: bool) -> Positions:
        """All strikes in the order of a column."""
        wanted = (column, descending)
        if wanted not in self._made:
            base = self._newest_first
            values = _values(self._frame[column])[base]
            keys = np.where(np.isnan(values), np.inf, -values if descending else values)
            self._made[wanted] = base[np.argsort(keys, kind="stable")]
        return self._made[wanted]

    def shown(self, passing: Mask, column: str, *, descending: bool) -> Positions:
        """Those that pass, in the order of a column."""
        order = self.by(column, descending=descending)
        return order[passing[order]]

    def position(self, strike_id: str | None) -> int | None:
        """Where in the frame a strike stands; `None` for one that is not in it."""
        at = self._ids.get_indexer(pd.Index([strike_id], dtype=self._ids.dtype))[0] if strike_id else -1
        return int(at) if at >= 0 else None

    def strike_id(self, position: int) -> str:
        """The id of the strike at a position."""
        return str(self._frame["strike_id"].iloc[position])

    @cached_property
    def _ids(self) -> "pd.Index[str]":
        return pd.Index(self._frame["strike_id"].astype("str"))

    @cached_property
    def _newest_first(self) -> Positions:
        start, end = (_values(self._frame[name]) for name in NEWEST_FIRST)
        return np.lexsort((np.arange(len(start)), -np.nan_to_num(end, nan=-np.inf), -np.nan_to_num(start, nan=-np.inf)))


@dataclass(frozen=True, slots=True)
class Steps:
    """Where a strike stands in a selection, counted from 1, and the ids beside it; `None` where there is none."""

    number: int | None
    of: int
    before: str | None
    after: str | None


def steps(orders: Orders, shown: Positions, strike_id: str | None) -> Steps:
    """The way from a strike to the one before and the one after in an order; from outside of it, to the first."""
    found = (shown == orders.position(strike_id)).nonzero()[0].tolist() if strike_id else []
    if not found:
        return Steps(None, len(shown), None, orders.strike_id(shown[0]) if len(shown) else None)
    at = found[0]
    before = orders.strike_id(shown[at - 1]) if at else None
    after = orders.strike_id(shown[at + 1]) if at + 1 < len(shown) else None
    return Steps(at + 1, len(shown), before, after)


def _values(column: "pd.Series[Any]") -> npt.NDArray[np.float64]:
    """A column as numbers that sort as its values do, whatever the case of letters; NaN where nothing is stated."""
    if column.dtype.kind == "M":
        days = column.to_numpy().astype("datetime64[D]")
        numbers: npt.NDArray[np.float64] = np.where(np.isnat(days), np.nan, days.astype(np.float64))
        return numbers
    if isinstance(column.dtype, pd.CategoricalDtype) or not pd.api.types.is_numeric_dtype(column):
        texts = pd.Categorical(column)
        folded = [str(text).casefold() for text in texts.categories]
        ranks = np.empty(len(folded) + 1)
        ranks[np.array(sorted(range(len(folded)), key=folded.__getitem__), dtype=int)] = np.arange(len(folded))
        ranks[-1] = np.nan  # the code of nothing is -1
        coded: npt.NDArray[np.float64] = ranks[texts.codes]
        return coded
    return np.asarray(column.to_numpy(dtype=np.float64, na_value=np.nan))
