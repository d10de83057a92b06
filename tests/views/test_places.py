"""The Places page without a browser: statuses, filters, pages, marks, and what is said of a decision."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.geocode.sources.reviewed import Row
from dashboard.pipeline import build
from dashboard.records import Candidate, Name, Occurrence, Place, Span
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.store.tables import words_id
from dashboard.store.write import write_store
from dashboard.views.map.layer import escape
from dashboard.views.places import layer, listing, wording
from dashboard.views.places.details import reading_html
from dashboard.views.places.listing import Asked
from dashboard.views.places.result import Saved, outcome
from tests.factories import name, report
from tests.views.small import HOSTILE, MENTIONS

SUMY = MENTIONS[0].place
ROW = Row(
    *("Sumy", (), "city", None, None, "UA", 50.9, 34.8, None, "accepted", "review", "Olena", date(2025, 7, 4)),
    *("the station is there", "a map", None),
)
LOST = Name(
    "later", Occurrence(Span(0, 3), "Milove", None, "ambiguous: 1 other candidate, the next 198 km away"), False
)


@pytest.fixture
def frame(tmp_path: Path) -> pd.DataFrame:
    """Sumy, a region, Poltava, Denmark, a hostile name, and one that holds back two strikes."""
    names = [*(name(each) for each in MENTIONS), replace(LOST, held_back=2)]
    reports = [report(each) for each in ("first", "later", "quiet", "hostile")]
    write_store(tmp_path / "s.sqlite", reports=reports, strikes=[], names=names, skipped=[])
    with Store.open(tmp_path / "s.sqlite") as opened:
        return opened.places.frame()


def statuses(frame: pd.DataFrame, *rows: Row) -> dict[str, str]:
    listed = listing.with_status(frame, listing.by_key(rows))
    return dict(zip(listed["name"], listed["status"], strict=True))


def test_the_status_is_that_of_the_gazetteer_s_row(frame: pd.DataFrame) -> None:
    assert statuses(frame)["Sumy"] == "unreviewed"
    assert statuses(frame, ROW)["Sumy"] == "reviewed"
    assert statuses(frame, replace(ROW, decided_by="import"))["Sumy"] == "imported"
    assert statuses(frame, replace(ROW, status="proposed"))["Sumy"] == "proposed"
    assert statuses(frame, replace(ROW, country="RU"))["Sumy"] == "unreviewed", "another Sumy"
    assert statuses(frame)["Milove"] == "ambiguous"


def test_filters_narrow_and_count(frame: pd.DataFrame) -> None:
    listed = listing.with_status(frame, {})
    assert listing.select(listed, Asked())["name"].iloc[0] == "Milove", "what holds back most comes first"
    assert set(listing.select(listed, Asked(text="ukraine"))["name"]) == {
        "Sumy", "Kharkiv Oblast", "Poltava", HOSTILE, "Denmark"
    }, "the country's name counts, which all of the small store have"  # fmt: skip
    assert list(listing.select(listed, Asked(("ambiguous",)))["name"]) == ["Milove"]
    assert listing.counts(listed, Asked(("ambiguous",), "sum"))["unreviewed"] == 1, "its own filter is set aside"
    assert listing.select(listed, Asked(text="zzz")).empty


def test_the_table_is_paged_and_says_what_is_assumed(frame: pd.DataFrame) -> None:
    many = pd.concat([listing.with_status(frame, {})] * 50, ignore_index=True)
    assert listing.pages(len(many)) == 3
    assert [len(listing.table(many, page)) for page in range(3)] == [100, 100, 100]
    assert listing.pages(0) == 1
    many["item"] = [str(number) for number in range(len(many))]
    assert [listing.page_of(many, item) for item in ("0", "100", "299", "x")] == [0, 1, 2, None]
    rows = listing.table(listing.with_status(frame, {}), 0).set_index("Place")
    assert rows.loc["Sumy", "Radius"] == "5 km, assumed"
    assert list(rows.loc["Milove", ["Status", "Held back", "Exactness"]]) == ["Ambiguous", 2, ""]


def test_marks_are_capped_and_carry_no_markup(frame: pd.DataFrame) -> None:
    listed = listing.with_status(frame, {})
    features = layer.features(listed, None, dark=False)
    assert {each["properties"]["name"] for each in features} == {
        "Sumy", "Kharkiv Oblast", "Poltava", escape(HOSTILE)
    }, "neither a country nor a name without a place"  # fmt: skip
    assert "<img" not in str(features)
    crowd = pd.concat([listed[listed["name"] == "Sumy"]] * 5000, ignore_index=True)
    assert len(layer.features(crowd, None, dark=True)) == layer.MOST


def test_the_chosen_place_has_its_true_size_and_its_other_candidates_their_numbers() -> None:
    far = replace(SUMY, admin1="Elsewhere", latitude=40.0)
    features = layer.chosen_features(SUMY, [Candidate(SUMY, 5.0), Candidate(far, 2.0)], "x", "proposed", False)
    kinds = [(each["properties"]["kind"], each["properties"].get("number")) for each in features]
    assert kinds == [("place", 2), ("area", None), ("place", None)]
    assert features[1]["properties"]["radius"] == 5000
    region = replace(SUMY, precision="admin1", kind="oblast", radius_m=90000.0)
    assert layer.area(51, 34, region.precision, region.radius_m)[0]["properties"]["kind"] == "rim"
    assert layer.area(51, 34, "country", 1.0) == []
    assert layer.bounds([(1, 2), (3, 0)]) == {"bounds": [[1, 0], [3, 2]], "middle": [2, 1]}
    assert layer.bounds([]) is None


def said(meant: Place | None, reason: str, candidates: int) -> str:
    weighed = tuple(Candidate(SUMY, 1.0) for _ in range(candidates))
    return wording.why(Name("r", Occurrence(Span(0, 4), "Sumy", meant, reason, weighed), mention=False))


def test_the_reason_is_a_sentence() -> None:
    assert said(SUMY, "'Ukraine' stands beside it", 1) == (
        "Chosen because 'Ukraine' stands beside it; no other candidate."
    )
    assert said(SUMY, "chosen because it is the largest; 1 other candidate, the next 198 km away", 2) == (
        "Chosen because it is the largest; 1 other candidate, the next 198 km away."
    )
    assert said(SUMY, "the only place of this name", 1) == "The only place of this name."
    assert said(None, "ambiguous: 9 other candidates, the next 12 km away", 10).startswith("Ambiguous: 9 other")
    assert said(None, "no Sumy is known in 'Kharkiv' beside it", 1) == "No Sumy is known in 'Kharkiv' beside it."


def test_a_reading_shows_words_of_a_report_as_text(tmp_path: Path) -> None:
    body = f"In {HOSTILE} they said."
    hostile = Name("r", Occurrence(Span(3, 3 + len(HOSTILE)), HOSTILE, SUMY, HOSTILE, ()), mention=True)
    reports = [report("r", body=body, source=HOSTILE)]
    write_store(tmp_path / "s.sqlite", reports=reports, strikes=[], names=[hostile], skipped=[])
    with Store.open(tmp_path / "s.sqlite") as opened:
        (reading,) = opened.places.readings(SUMY.place_id, 5)
    drawn = reading_html(reading, body)
    assert "<img" not in drawn
    assert "<script" not in drawn
    assert drawn.count("&lt;img src=x") == 3


def test_what_a_decision_did_is_said(frame: pd.DataFrame) -> None:
    item = SUMY.place_id
    assert outcome(Saved(item, ROW), frame) == (
        "Saved. 0 strikes and 2 mentions of Sumy stand at 50.90000, 34.80000 now.",
        True,
    )
    elsewhere = replace(ROW, admin1="Sumy Oblast")
    assert "no words of the reports are read as Sumy" in outcome(Saved(item, elsewhere), frame)[0]
    assert "1 name of the reports still cannot be read so" in outcome(Saved(words_id("Milove"), ROW), frame)[0]
    nowhere = replace(ROW, name="Milove", status="unfindable", latitude=None, longitude=None)
    assert outcome(Saved(words_id("Milove"), nowhere), frame) == (
        "Saved. Milove has no place now; names without one hold back 2 strikes.",
        True,
    )
    assert not outcome(Saved(item, replace(nowhere, name="Sumy")), frame)[1], "it still has its place"
    assert "the map does not show it yet: too busy." in outcome(Saved(item, ROW, "too busy"), frame)[0]


def test_a_build_tells_places_of_strikes_from_mentions(settings: Settings) -> None:
    (settings.reports / "a.txt").write_text(
        "---\npublished: 2025-07-04\n---\nA missile hit Romny on Thursday, killing two. Drones flew over Kyiv.\n",
        "utf-8",
    )
    build(settings)
    with Store.open(settings.store) as opened:
        frame = opened.places.frame()
    assert list(frame["name"]) == ["Romny", "Kyiv"]
    assert (frame["strikes"].tolist(), frame["mentions"].tolist()) == ([1, 0], [0, 1])
