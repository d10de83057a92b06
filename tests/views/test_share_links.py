"""Links and citations."""

from datetime import date

from dashboard.store import Store
from dashboard.views.share import address, citation


def test_the_link_carries_the_view_and_nothing_of_the_old_one() -> None:
    query = {"from": ["2025-07-03"], "type": ["drone", "missile"], "q": ["a & b"]}
    link = address("http://127.0.0.1:8501/?from=2020-01-01#x", query)
    assert link == "http://127.0.0.1:8501/?from=2025-07-03&type=drone&type=missile&q=a+%26+b"
    assert address("http://127.0.0.1:8501/map", {}) == "http://127.0.0.1:8501/map"


def test_a_strike_is_cited_with_place_dates_reports_and_data_version(small_store: Store) -> None:
    strike = small_store.strike("first-1")
    said = citation(strike, 3, 7, "http://x/?strike=first-1", "abc", date(2026, 1, 2))
    assert said == (
        "Strikemap: Airstrike, Poltava, 3 July 2025, after 2 reports. "
        "Data version abc, read on 2 January 2026. http://x/?strike=first-1"
    )


def test_a_selection_is_cited_by_its_number() -> None:
    assert citation(None, 1, 7, "L", "abc", date(2026, 1, 2)).startswith("Strikemap: 1 strike of 7. Data version abc")
