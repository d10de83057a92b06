"""The table's rows in words, and which row a click meant."""

from typing import Any

import pandas as pd
import pytest

from dashboard.views import table


def test_rows_are_the_strikes_in_words_newest_first(strikes: pd.DataFrame) -> None:
    rows = table.rows(strikes)
    assert list(rows.index)[-1] == "first-5", "the undated strike comes last, not first"
    poltava = rows.loc["first-1"]
    assert (poltava["Date"], poltava["Killed"], poltava["Injured"]) == ("2025-07-03", 4, 47)
    assert poltava["Reports"] == 2
    assert rows["Killed"].isna()["first-2"], "not stated stays empty"
    assert rows.loc["first-4", "Place"] == "Ukraine (country)"
    assert rows.loc["hostile-2", "Place"] == "Place not found"


@pytest.mark.parametrize(
    ("selection", "before", "row", "reason"),
    [
        ({"rows": [], "cells": [(3, "Place")]}, None, 3, "a cell"),
        ({"rows": [2], "cells": []}, None, 2, "a box"),
        ({"rows": [2], "cells": [(5, "Type")]}, 2, 5, "a cell while the box of the row before is still ticked"),
        ({"rows": [4], "cells": [(1, "Type")]}, 1, 4, "a box while the cell clicked before is still marked"),
        ({"rows": [2], "cells": [(2, "Type")]}, 2, 2, "another cell of the same row"),
        ({"rows": [], "cells": []}, 2, None, "the box is cleared"),
    ],
)
def test_the_row_that_was_clicked(selection: dict[str, Any], before: int | None, row: int | None, reason: str) -> None:
    assert table.chosen_row(selection, before) == row, reason
