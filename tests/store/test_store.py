"""The store: what goes in comes out, swapped in whole, found under every id, refused with advice."""

import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from dashboard.choose import CHOSEN_FIELDS
from dashboard.errors import StoreMissing
from dashboard.filters.columns import SOURCE_SEPARATOR
from dashboard.merge import merge
from dashboard.records import Account, Report, Skipped
from dashboard.store import Counts, Store
from dashboard.store.tables import SEPARATOR
from dashboard.store.write import write_store
from tests.factories import account, mention, name, report

UNPLACED = {"place": None, "latitude": None, "longitude": None, "precision": None, "uncertainty_radius_m": None}
REPORTS = [
    report("a", published_at=datetime(2025, 7, 4, 5, 0, tzinfo=UTC)),
    report("b", published=date(2025, 7, 12), source="Weekly; Kyiv", url="javascript:alert(1)"),
    report("c", published=None, title=None, source=None, url=None),
    report("d"),
]
ACCOUNTS = [
    account("a#1"),
    account("b#1", killed=4, strike_type="other"),
    account("c#1", **UNPLACED, date_start=None, date_end=None, killed=None),
    account("a#2", place="Ukraine", precision="country"),
]
SKIPPED = [Skipped("e.txt", 3, "published is 'x', which is no date")]


def written(path: Path, accounts: list[Account] = ACCOUNTS, reports: list[Report] = REPORTS) -> str:
    strikes = merge(accounts, {one.report_id: one.published for one in reports})
    return write_store(path, reports=reports, strikes=strikes, names=[name(mention("a"))], skipped=SKIPPED)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    written(tmp_path / "strikes.sqlite")
    with Store.open(tmp_path / "strikes.sqlite") as opened:
        yield opened


def test_strikes_come_back_whole_under_the_id_of_any_account(opened: Store) -> None:
    strikes = merge(ACCOUNTS, {one.report_id: one.published for one in REPORTS})
    for strike in strikes:
        for one in strike.accounts:
            assert opened.strike(one.account_id) == strike
    assert opened.strike("a") is None


def test_reports_accounts_and_mentions_come_back_whole(opened: Store) -> None:
    assert [opened.report(one.report_id) for one in REPORTS] == REPORTS
    assert opened.report("z") is None
    assert opened.accounts_of("a") == (ACCOUNTS[0], ACCOUNTS[3])
    assert opened.strike_ids_of("b") == {"b#1": "a#1"}
    assert opened.mentions_of("a") == (mention("a"),)
    assert opened.skipped() == tuple(SKIPPED)


def test_the_list_of_reports_is_newest_first(opened: Store) -> None:
    lines = [(one.report_id, one.published, one.accounts, one.mentions) for one in opened.reports()]
    assert lines == [
        ("b", date(2025, 7, 12), 1, 0),
        ("a", date(2025, 7, 4), 2, 1),
        ("d", date(2025, 7, 4), 0, 0),
        ("c", None, 1, 0),
    ]


def test_counts_say_what_is_left_out(opened: Store) -> None:
    assert opened.counts() == Counts(
        reports=4,
        without_strike=1,
        skipped=1,
        accounts=4,
        strikes=3,
        country_only=1,
        unplaced=1,
        undated=1,
        mentions=1,
        held_back=0,
    )


def test_the_strikes_frame(opened: Store) -> None:
    frame = opened.strikes_frame()
    assert list(frame.columns) == ["strike_id", *CHOSEN_FIELDS, "number_of_reports", "sources", "urls", "n_accounts"]
    assert frame["strike_id"].tolist() == ["a#1", "a#2", "c#1"], "by date, undated last"
    merged, country, undated = (row for _, row in frame.iterrows())
    assert (merged["killed"], merged["number_of_reports"], merged["n_accounts"]) == (4, 2, 2)
    assert (merged["sources"], merged["urls"]) == ("Daily; Weekly, Kyiv", "https://a.b/c; javascript:alert(1)")
    assert merged["date_start"] == pd.Timestamp(2025, 7, 3)
    assert country["precision"] == "country"
    assert undated[["date_start", "latitude", "killed", "place", "sources"]].isna().all()
    assert str(frame["killed"].dtype) == "Int64"
    assert frame["date_start"].dtype.kind == "M"


@pytest.mark.parametrize(
    ("text", "found", "reason"),
    [
        ("Полтава", ["a#1", "a#2", "c#1"], "a place or its region, in Cyrillic"),
        ("ukraine", ["a#2"], "its country only"),
        ("weekly", ["a#1"], "a source of its second report"),
        ("killed poltava", ["a#1", "a#2", "c#1"], "words of quotes"),
        ("hit", ["a#1", "a#2"], "titles of reports"),
        ("poltava* OR kyiv", [], "no syntax"),
        ("'; DROP TABLE strikes; --", [], "no SQL"),
        ("?!", [], "no word, nothing found"),
    ],
)
def test_a_search_names_rows_of_the_strikes_frame(opened: Store, text: str, found: list[str], reason: str) -> None:
    rows = opened.found(text)
    assert rows is not None
    assert opened.strikes_frame()["strike_id"].to_numpy()[rows].tolist() == found, reason


def test_no_text_asks_for_nothing(opened: Store) -> None:
    assert opened.found("") is None


def test_the_filters_part_the_sources_as_the_store_joins_them() -> None:
    assert SOURCE_SEPARATOR == SEPARATOR


def test_the_mentions_frame(opened: Store) -> None:
    (row,) = opened.mentions_frame().to_dict("records")
    assert (row["report"], row["place"], row["precision"]) == ("a", "Sumy Oblast", "admin1")
    assert (row["published"], row["radius_assumed"]) == (pd.Timestamp(2025, 7, 4), True)


def test_frames_of_an_empty_store_have_their_columns(tmp_path: Path) -> None:
    write_store(tmp_path / "s.sqlite", reports=[], strikes=[], names=[], skipped=[])
    with Store.open(tmp_path / "s.sqlite") as empty:
        assert len(empty.strikes_frame()) == len(empty.mentions_frame()) == 0
        assert str(empty.strikes_frame()["killed"].dtype) == "Int64"
        assert set(asdict(empty.counts()).values()) == {0}


def test_the_version_is_the_content(tmp_path: Path) -> None:
    first = written(tmp_path / "a.sqlite")
    assert written(tmp_path / "b.sqlite", ACCOUNTS[::-1], REPORTS[::-1]) == first, (
        "the order of the input is no content"
    )
    assert written(tmp_path / "c.sqlite", ACCOUNTS[:3]) != first


def test_a_store_of_the_same_content_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    written(path)
    before = path.stat()
    written(path)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_new_store_is_swapped_in_under_its_readers(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    old = written(path)
    with Store.open(path) as reader:
        new = written(path, ACCOUNTS[:1])
        assert (reader.version, len(reader.strikes_frame())) == (old, 3)
        with Store.open(path) as later:
            assert (later.version, len(later.strikes_frame())) == (new, 1)
    assert [file.name for file in tmp_path.iterdir()] == ["s.sqlite"], "nothing is left beside it"


def test_a_failed_write_leaves_the_old_store(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    version = written(path)
    with pytest.raises(sqlite3.IntegrityError):
        written(path, [account("a#1"), account("a#1", place="Kyiv")])
    with Store.open(path) as kept:
        assert kept.version == version
    assert [file.name for file in tmp_path.iterdir()] == ["s.sqlite"]


def test_nothing_can_be_written_through_a_store(opened: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        opened._connection.execute("DELETE FROM strikes")


def test_ids_from_links_are_values_and_never_sql(opened: Store) -> None:
    assert opened.strike("' OR 1=1 --") is None
    assert opened.report("a' --") is None


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (None, r"^there is no store at .*s\.sqlite; run `strikemap build`$"),
        (b"not a database", r"^s\.sqlite cannot be read \(.*\); delete it and run `strikemap build`$"),
        (b"", r"^s\.sqlite cannot be read \(no such table: meta\); delete it and run `strikemap build`$"),
    ],
)
def test_no_store_says_what_to_do(content: bytes | None, advice: str, tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreMissing, match=advice):
        Store.open(path)


def test_a_store_of_another_version_of_the_program_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    written(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    connection.close()
    with pytest.raises(StoreMissing, match="is of another version of strikemap; run `strikemap build`"):
        Store.open(path)
    written(path)
    with Store.open(path) as again:
        assert again.counts().strikes == 3


def test_the_frame_to_count_by_is_that_of_the_strikes_in_few_columns(opened: Store) -> None:
    counted, whole = opened.counted_frame(), opened.strikes_frame()
    for column in counted.columns:
        assert counted[column].astype(object).where(counted[column].notna(), None).tolist() == (
            whole[column].astype(object).where(whole[column].notna(), None).tolist()
        ), column
    assert str(counted["place"].dtype) == "category"


def test_strikes_are_written_out_by_name_in_the_order_asked(opened: Store) -> None:
    whole = opened.strikes_frame()
    ids = list(whole["strike_id"])[::-1]
    assert list(opened.strikes_named(ids)["strike_id"]) == ids
    assert list(opened.strikes_named(ids).columns) == list(whole.columns)
    assert opened.strikes_named([]).empty


def test_who_tells_of_a_strike_is_told_by_its_place_in_the_frame(opened: Store) -> None:
    tellings, ids = opened.tellings_frame(), list(opened.strikes_frame()["strike_id"])
    told = {(ids[at], report) for at, report in zip(tellings["strike"], tellings["report"], strict=True)}
    assert ("a#1", "a") in told
    assert {report for _, report in told} == {"a", "b", "c"}
