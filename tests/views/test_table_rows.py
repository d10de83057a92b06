"""The table's rows in words, their order by any column, and the page that a strike is on."""

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.settings import PACKAGE
from dashboard.views import table
from dashboard.views.ordering import Orders, Steps, steps
from tests.views.small import HOSTILE


def in_words(strikes: pd.DataFrame, strike_id: str) -> dict[str, str | None]:
    (row,) = strikes[strikes["strike_id"] == strike_id].itertuples()
    return dict(zip(table.COLUMNS, table.cells(row, list(table.COLUMNS)), strict=True))


def test_rows_in_words(strikes: pd.DataFrame) -> None:
    poltava = in_words(strikes, "first-1")
    assert (poltava["date"], poltava["killed"], poltava["injured"]) == ("2025-07-03", "4", "47")
    assert (poltava["reports"], poltava["by"], poltava["exactness"]) == ("2", "Russia", "Town or village")
    assert in_words(strikes, "first-2")["killed"] is None, "not stated is not zero"
    assert in_words(strikes, "first-4")["place"] == "Ukraine (country)"
    nowhere = in_words(strikes, "hostile-2")
    assert (nowhere["place"], nowhere["exactness"], nowhere["by"]) == ("Place not found", "No place found", None)
    assert in_words(strikes, "first-5")["date"] is None


@pytest.mark.parametrize(
    ("column", "descending", "first", "last", "reason"),
    [
        ("date_start", True, ["hostile-1", "hostile-2", "first-2"], "first-5", "newest first, undated last"),
        ("date_start", False, ["first-4", "first-3"], "first-5", "undated last here too"),
        ("killed", True, ["first-1", "hostile-1"], "first-5", "not stated stays last, newest first among equals"),
        ("place", False, ["hostile-1", "first-3", "first-1"], "hostile-2", "by name, no place last"),
        ("uncertainty_radius_m", False, ["hostile-1", "first-2", "first-1"], "hostile-2", "the most exact first"),
    ],
)
def test_the_order_of_any_column(
    strikes: pd.DataFrame, column: str, descending: bool, first: list[str], last: str, reason: str
) -> None:
    order = Orders(strikes).shown(np.ones(len(strikes), dtype=bool), column, descending=descending)
    ids = strikes["strike_id"].iloc[order].tolist()
    assert (ids[: len(first)], ids[-1]) == (first, last), reason
    assert sorted(ids) == sorted(strikes["strike_id"])


def test_every_column_but_the_quote_can_be_sorted_by(strikes: pd.DataFrame) -> None:
    assert [name for name, column in table.COLUMNS.items() if column.by is None] == ["quote"]
    assert {column.by for column in table.COLUMNS.values() if column.by} <= set(strikes.columns)


def test_letter_case_does_not_part_what_is_sorted() -> None:
    frame = pd.DataFrame({"strike_id": list("abc"), "place": ["b", "A", "C"], "date_start": pd.NaT, "date_end": pd.NaT})
    assert Orders(frame).by("place", descending=False).tolist() == [1, 0, 2]


def test_a_strike_is_found_by_its_id(strikes: pd.DataFrame) -> None:
    orders = Orders(strikes)
    assert [orders.position(one) for one in strikes["strike_id"]] == list(range(len(strikes)))
    assert orders.position("long-gone") is None
    assert orders.position(None) is None


def given(test: AppTest) -> dict[str, Any]:
    (proto,) = [e.proto for e in test.get("bidi_component") if e.proto.component_name == "strikemap.table"]
    sent: dict[str, Any] = json.loads(proto.json or proto.mixed.json)
    return sent


@pytest.mark.usefixtures("small_store")
def test_only_a_page_is_sent_and_the_one_with_the_chosen_strike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "SIZE", 2)
    test = AppTest.from_file(str(PACKAGE / "app.py"), default_timeout=60).run()
    sent = given(test)
    assert [row["id"] for row in sent["rows"]] == ["hostile-1", "hostile-2"]
    assert (sent["total"], sent["page"]) == (7, 0)
    assert sent["rows"][0]["cells"][1] == HOSTILE, "as text: the script writes it with textContent"
    test.query_params["strike"] = "first-3"
    sent = given(test.run())
    assert (sent["page"], sent["chosen"]) == (2, "first-3")
    assert "first-3" in [row["id"] for row in sent["rows"]]


def test_the_way_to_the_strikes_beside_one(strikes: pd.DataFrame) -> None:
    orders = Orders(strikes)
    shown = orders.shown((strikes["strike_type"] == "drone").to_numpy(), "date_start", descending=True)
    assert steps(orders, shown, "hostile-2") == Steps(2, 3, "hostile-1", "first-2")
    assert steps(orders, shown, "hostile-1") == Steps(1, 3, None, "hostile-2")
    assert steps(orders, shown, "first-2") == Steps(3, 3, "hostile-2", None)
    assert steps(orders, shown, "first-1") == Steps(None, 3, None, "hostile-1"), "from outside to the first"
    assert steps(orders, shown[:0], "first-1") == Steps(None, 0, None, None)
