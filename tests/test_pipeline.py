"""Building: only what changed is read, nothing is lost in silence, two at once take turns."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context

import pytest
from filelock import FileLock

from dashboard import pipeline
from dashboard.errors import HomeBusy, ReadOnly, ReportError
from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.pipeline import add_report, build, read_report, remove_report
from dashboard.records import Extraction, Report, Skipped
from dashboard.reports import Draft, parse
from dashboard.settings import SHIPPED, Settings
from dashboard.store import Store

POLTAVA = "In Poltava on Thursday, two people were killed and 47 injured in a Russian airstrike.\n"
KHARKIV = "A Russian missile hit an apartment block in Kharkiv on Friday, killing one person.\n"
QUIET = "Ministers met in Denmark on Thursday to talk about the price of grain.\n"


def put(settings: Settings, **texts: str) -> None:
    for name, text in texts.items():
        (settings.reports / f"{name}.txt").write_text(f"---\npublished: 2025-07-04\n---\n\n{text}", encoding="utf-8")


def store_of(settings: Settings) -> Store:
    return Store.open(settings.store)


def forget(settings: Settings) -> None:
    """Loses what was kept of the reports, as if the cache folder had been emptied."""
    for file in settings.cache.glob("answers-*"):
        file.unlink()


def test_a_build_makes_the_store_and_counts_what_it_left_out(settings: Settings) -> None:
    put(settings, poltava=POLTAVA, quiet=QUIET)
    (settings.reports / "empty.txt").write_text("", encoding="utf-8")
    result = build(settings)
    assert (result.reports, result.strikes, result.without_strike) == (2, 1, ("quiet",))
    assert result.skipped == (Skipped("empty.txt", None, "empty; a report needs a text"),)
    with store_of(settings) as store:
        assert store.version == result.version
        (strike,) = store.strikes_frame().to_dict("records")
        assert (strike["place"], strike["killed"], strike["injured"]) == ("Poltava", 2, 47)
        assert store.skipped() == result.skipped


def test_only_what_changed_is_read(settings: Settings) -> None:
    put(settings, poltava=POLTAVA, quiet=QUIET)
    first = build(settings)
    again = build(settings)
    assert (first.extracted, again.extracted) == (2, 0)
    assert replace(again, extracted=2) == first
    put(settings, kharkiv=KHARKIV)
    assert build(settings).extracted == 1
    put(settings, quiet=QUIET + "More.\n")
    assert build(settings).extracted == 1


def test_what_is_read_again_is_the_same_as_what_was_kept(settings: Settings) -> None:
    put(settings, poltava=POLTAVA, kharkiv=KHARKIV)
    build(settings)
    kept = build(settings)
    settings.store.unlink()
    forget(settings)
    anew = build(settings)
    assert (kept.extracted, anew.extracted) == (0, 2)
    assert kept.version == anew.version


def test_a_broken_cache_costs_time_and_no_more(settings: Settings) -> None:
    put(settings, poltava=POLTAVA)
    first = build(settings)
    for file in settings.cache.glob("answers-*"):
        file.write_bytes(b"no database")
    assert build(settings).version == first.version
    assert build(settings).extracted == 0


def test_any_executor_gives_the_same_store(settings: Settings) -> None:
    put(settings, poltava=POLTAVA, kharkiv=KHARKIV, quiet=QUIET)
    here = build(settings)
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        for executor in (threads, processes):
            forget(settings)
            result = build(settings, executor)
            assert (result.version, result.extracted) == (here.version, 3)


def test_progress_is_told(settings: Settings) -> None:
    put(settings, poltava=POLTAVA, quiet=QUIET)
    told: list[tuple[int, int]] = []
    build(settings, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_text_that_the_program_fails_on_is_named_and_tried_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(settings, poltava=POLTAVA, quiet=QUIET)

    def failing(report: Report, gazetteer: Gazetteer) -> Extraction:
        if report.report_id == "quiet":
            raise ZeroDivisionError("by chance")
        return extract(report, gazetteer)

    monkeypatch.setattr(pipeline, "extract", failing)
    result = build(settings)
    reason = "the program failed on it (ZeroDivisionError: by chance); please report this text"
    assert (result.reports, result.skipped) == (1, (Skipped("quiet", None, reason),))
    monkeypatch.setattr(pipeline, "extract", extract)
    result = build(settings)
    assert (result.reports, result.extracted, result.skipped) == (2, 1, ())


def test_a_report_is_added_and_removed(settings: Settings) -> None:
    put(settings, quiet=QUIET)
    draft = Draft(POLTAVA, "Poltava hit", date(2025, 7, 4), "Daily")
    report_id, result = add_report(settings, draft)
    assert (report_id, result.extracted, result.strikes) == ("2025-07-04_poltava-hit", 2, 1)
    with store_of(settings) as store:
        assert store.report(report_id) == Report(
            report_id, "Poltava hit", POLTAVA, date(2025, 7, 4), None, "Daily", None, None
        )
    with pytest.raises(ReportError, match=r"^this text is already there as the report 2025-07-04_poltava-hit$"):
        add_report(settings, replace(draft, title="Another title", body=f"  {POLTAVA}"))
    assert remove_report(settings, report_id).strikes == 0
    with pytest.raises(ReportError, match="there is no report"):
        remove_report(settings, report_id)


def test_a_public_strikemap_cannot_be_changed(settings: Settings) -> None:
    put(settings, quiet=QUIET)
    public = replace(settings, public=True)
    with pytest.raises(ReadOnly):
        add_report(public, Draft(POLTAVA))
    with pytest.raises(ReadOnly):
        remove_report(public, "quiet")
    assert [file.name for file in settings.reports.iterdir()] == ["quiet.txt"]


def test_reports_added_at_the_same_time_are_all_there(settings: Settings) -> None:
    texts = [f"Two people were killed in Poltava on {day} July by a drone." for day in range(1, 7)]
    with ThreadPoolExecutor(6) as people:
        drafts = [Draft(text, "Poltava hit", date(2025, 7, 9)) for text in texts]
        ids = [report_id for report_id, _ in people.map(lambda draft: add_report(settings, draft), drafts)]
    assert len(set(ids)) == 6
    with store_of(settings) as store:
        assert {report.report_id for report in store.reports()} == set(ids)
        assert store.counts().strikes == 6


def test_a_home_that_stays_busy_says_so(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LONGEST_WAIT_S", 0.01)
    with FileLock(settings.data / "strikes.sqlite.lock"), pytest.raises(HomeBusy, match="wait for it to end"):
        build(settings)


def test_a_home_without_reports_gets_the_shipped_ones(settings: Settings) -> None:
    settings.reports.rmdir()
    pipeline.prepare(settings)
    assert sorted(file.name for file in settings.reports.iterdir()) == sorted(
        file.name for file in (SHIPPED / "data" / "reports").iterdir()
    )
    assert settings.gazetteer == settings.home / "geocache" / "gazetteer.csv"


def test_a_home_that_was_emptied_stays_empty(settings: Settings) -> None:
    assert build(settings).reports == 0
    with store_of(settings) as store:
        assert len(store.strikes_frame()) == 0


def test_nothing_is_kept_of_a_text_that_is_only_looked_at(settings: Settings) -> None:
    found = read_report(settings, parse(POLTAVA, "a", date(2025, 7, 4)))
    assert [account.place for account in found.accounts] == ["Poltava"]
    assert not settings.store.exists()


def test_the_shipped_reports_make_a_map(settings: Settings) -> None:
    settings.reports.rmdir()
    result = build(settings)
    assert result.skipped == ()
    assert result.reports == len(list(settings.reports.glob("*.txt")))
    with store_of(settings) as store:
        strikes = store.strikes_frame()
        assert len(strikes) == result.strikes > 100
        assert strikes["quote"].str.strip().ne("").all()
        assert strikes[["latitude", "longitude"]].isna().all(axis=1).sum() == result.unplaced
        assert (strikes["precision"].isna() == strikes["latitude"].isna()).all()
        poltava = {account.place: account for account in store.accounts_of("2025-07-04_overnight-wave")}["Poltava"]
        assert (poltava.killed, poltava.injured, poltava.strike_type) == (2, 47, "airstrike")
        report = store.report("2025-07-04_overnight-wave")
        assert report
        assert [report.words(span) for span in poltava.spans["place"]] == ["Poltava"]
