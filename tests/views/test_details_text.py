"""What stands beside the map: each report's own figures, links that are links, and hostile text that stays text."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pandas as pd

from dashboard.merge import merge
from dashboard.records import Span
from dashboard.store import Store
from dashboard.store.write import write_store
from dashboard.views import details, report_text, strike_text
from tests.views.small import ACCOUNTS, HOSTILE, REPORTS


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_each_report_says_its_own_figures() -> None:
    first = words(strike_text.account_html(REPORTS[0], ACCOUNTS[0]))
    assert "killed 2 · injured 47" in first
    assert "published 4 July 2025" in first
    later = words(strike_text.account_html(REPORTS[1], ACCOUNTS[2]))
    assert "killed 4 · injured not stated" in later


def test_a_source_links_to_its_address_only_if_that_is_one() -> None:
    assert 'href="https://one.example/a"' in strike_text.account_html(REPORTS[0], ACCOUNTS[0])
    hostile = strike_text.account_html(REPORTS[2], ACCOUNTS[6])
    assert "href" not in hostile
    assert "Address given: javascript:alert(1)" in words(hostile), "it is shown as text, not dropped"


def test_a_hostile_report_is_text_in_every_view(small_store: Store) -> None:
    views = [
        strike_text.account_html(REPORTS[2], ACCOUNTS[6]),
        report_text.heading(REPORTS[2]),
        report_text.text(REPORTS[2], [ACCOUNTS[6]], small_store.mentions_of("hostile")),
        report_text.account_line(ACCOUNTS[6]),
    ]
    for html in views:
        assert "<img" not in html
        assert "<script" not in html
        assert "</script>" not in html
    shown = unescape(re.sub(r"<(?!img|/script)[^>]*>", "", views[0]))
    assert HOSTILE in shown, "it is shown whole"


def test_who_says_otherwise_is_named(small_store: Store) -> None:
    strike = small_store.strike("first-1")
    assert strike is not None
    reports = {account.report: small_store.report(account.report) for account in strike.accounts}
    facts = words(strike_text.facts_html(strike, reports))
    assert "Killed 4 rule: newest report but News One (4 July 2025): 2" in facts
    assert "Injured 47 rule: the only one stated" in facts
    assert "within about 6 km" in facts
    assert "from “On Thursday”" in facts or "a single day" in facts
    merged = words(strike_text.merges_html(strike, reports))
    assert merged.startswith("Taken for one strike: News")


def test_strikes_at_one_point_can_be_stepped_through(strikes: pd.DataFrame) -> None:
    assert list(details.same_place("first-5", strikes, strikes)["strike_id"]) == ["first-1", "first-5"]
    shown = strikes[strikes["strike_id"] != "first-5"]
    assert set(details.same_place("first-5", shown, strikes)["strike_id"]) == {"first-1", "first-5"}
    assert details.same_place("gone", shown, strikes).empty


def test_the_text_of_a_report_keeps_every_sign(small_store: Store) -> None:
    report = REPORTS[0]
    html = report_text.text(report, small_store.accounts_of("first"), small_store.mentions_of("first"))
    assert unescape(re.sub(r"<[^>]*>", "", html)).endswith(report.body)


def test_a_strike_of_another_kind_at_the_same_place_and_time_is_shown_with_it(
    tmp_path: Path,
) -> None:
    told = [ACCOUNTS[0], replace(ACCOUNTS[2], strike_type="drone"), ACCOUNTS[5]]
    path = tmp_path / "apart.sqlite"
    write_store(path, reports=REPORTS, strikes=merge(told, {}), names=[], skipped=[])
    with Store.open(path) as apart:
        strike = apart.strike("first-1")
        assert strike is not None
        near = details.told_apart(strike, apart, apart.strikes_frame())
        assert [other.strike_id for other in near] == ["later-1"], "the undated one is not said to be near"


def test_a_value_without_words_names_its_rule_and_an_unknown_one_nothing() -> None:
    rules = {"attacker": "the place is held by Ukraine, whose enemy is Russia", "status": "plain fact <b>"}
    told = replace(ACCOUNTS[0], attacker="Russia", rules=rules, spans={})
    assert "By whom from the context: the place is held by" in words(strike_text.account_html(REPORTS[0], told))
    assert "plain fact &lt;b&gt;" in strike_text.account_html(REPORTS[0], told)
    assert "by Russia (from the context)" in words(report_text.account_line(told))
    unknown = replace(told, attacker="unknown")
    assert [label for label, _ in strike_text.inferred(unknown)] == ["Status"]
    worded = replace(told, spans={"attacker": (Span(0, 2),)})
    assert [label for label, _ in strike_text.inferred(worded)] == ["Status"]
