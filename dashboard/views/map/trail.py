"""The trail of play: while the dates walk, a mark is the paler the longer ago its newest strike was."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dashboard.views.map.layer import Mark

PALEST = 0.2  # of the strength of a mark of the last day


def strengths(last_days: npt.NDArray[np.int32], walk: tuple[int, int]) -> list[float]:
    """How strong marks are drawn, 1 on the last day of the walk, for the last days of their strikes (since 1970)."""
    first, last = walk
    share = np.clip((last_days - first + 1) / (last - first + 1), 0, 1)
    strong: list[float] = (PALEST + (1 - PALEST) * share).round(2).tolist()
    return strong


def pale(marks: Sequence[Mark], strong: Sequence[float]) -> None:
    """Gives marks their strength, in their order; a selected one, and those beyond, stay as they are."""
    for mark, strength in zip(marks, strong, strict=False):
        if strength < 1 and not mark.get("selected"):
            mark["strength"] = strength
