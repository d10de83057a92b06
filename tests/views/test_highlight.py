"""Marked text: every sign escaped, overlapping marks cut cleanly, the right quotation, words outside it."""

import re
from html import unescape

import pytest

from dashboard.marks import Mark, field_of
from dashboard.records import Report, Span
from dashboard.views.highlight import elsewhere, marked, quotation
from tests.views.small import ACCOUNTS, HOSTILE, REPORTS, account

TEXT = "two drones & <b>missiles</b> on Kyiv"


def plain(html: str) -> str:
    """What a reader sees of it."""
    return unescape(re.sub(r"</?(?:mark|span)[^>]*>", "", html))


@pytest.mark.parametrize(
    ("marks", "fields", "reason"),
    [
        ([], [], "nothing to mark"),
        ([Mark(0, 10, "strike_type")], ["strike_type"], "one mark"),
        ([Mark(0, 10, "strike_type"), Mark(4, 20, "place")], ["strike_type", "place", "place"], "overlapping"),
        ([Mark(0, 36, "place"), Mark(4, 10, "killed")], ["place", "place", "place"], "one within another"),
        ([Mark(0, 3, "date"), Mark(0, 3, "date")], ["date"], "the same twice"),
        ([Mark(5, 5, "date")], [], "empty"),
        ([Mark(30, 99, "place")], ["place"], "beyond the end"),
        ([Mark(0, 3, "mention"), Mark(0, 3, "place")], ["place"], "a strike's place is more than a name"),
    ],
)
def test_marks_never_lose_or_change_a_sign(marks: list[Mark], fields: list[str], reason: str) -> None:
    html = marked(TEXT, marks)
    assert plain(html) == TEXT, reason
    assert re.findall(r"told-(\w+)", html) == fields
    assert "<b>" not in html


def test_a_piece_under_two_marks_names_both() -> None:
    assert 'title="Where\nKilled"' in marked("Kyiv", [Mark(0, 4, "killed"), Mark(0, 4, "place")])


def test_hovering_shows_the_value_and_the_rule() -> None:
    html = marked("Kyiv", [Mark(0, 4, "place", "Kyiv", "named <here>"), Mark(0, 4, "place", "Kyiv", "named <here>")])
    assert 'title="Where: Kyiv (named &lt;here&gt;)"' in html


def test_a_hostile_text_stays_text() -> None:
    html = marked(HOSTILE, [Mark(5, 9, "place")])
    assert "<img" not in html
    assert "</script>" not in html
    assert plain(html) == HOSTILE


def test_the_quotation_has_its_words_marked() -> None:
    html = quotation(REPORTS[0], ACCOUNTS[0])
    assert re.findall(r'told-(\w+)" title="[^"]*">([^<]*)<', html) == [
        ("date", "On Thursday"),
        ("strike_type", "airstrike"),
        ("place", "Poltava"),
        ("killed", "two people"),
        ("injured", "47"),
    ]


def test_of_equal_sentences_the_one_that_was_read_is_marked() -> None:
    report = Report("r", None, "Kyiv was hit. Kyiv was hit.")
    told = account(1, "r", quote="Kyiv was hit.", spans={"place": (Span(14, 18),)})
    assert "told-place" in quotation(report, told)
    assert elsewhere(report, told) == []


def test_words_outside_the_quotation_are_shown_in_their_context() -> None:
    body = (
        "It happened on Tuesday evening.\nIt rained. Kyiv was hit. Snow fell. Two died later in hospital, doctors said."
    )
    start = body.index("Tuesday")
    died = body.index("Two died")
    told = account(
        1,
        "r",
        quote="Kyiv was hit.",
        spans={
            "date": (Span(start, start + 7),),
            "killed": (Span(died, died + 8),),
            "killed_low": (Span(died, died + 8),),
        },
    )
    found = elsewhere(Report("r", None, body), told)
    assert [label for label, _ in found] == ["When", "Killed"], "the same words twice are told once"
    assert plain(found[0][1]) == "It happened on Tuesday evening."
    assert "Snow fell" in plain(found[1][1])


def test_a_quotation_stands_between_its_neighbours_with_the_words_of_all_marked() -> None:
    body = "Rain fell. It happened on Tuesday.\n\nKyiv was hit. Two died. Snow fell."
    start = body.index("Tuesday")
    told = account(1, "r", quote="Kyiv was hit.", spans={"date": (Span(start, start + 7),)})
    html = quotation(Report("r", None, body), told)
    assert plain(html) == "It happened on Tuesday.\nKyiv was hit. Two died."
    assert re.findall(r'<span class="beside">(.*?)</span>', html, re.DOTALL)[1] == " Two died."
    assert "told-date" in html
    assert elsewhere(Report("r", None, body), told) == [], "what is shown already is not shown twice"


def test_a_long_neighbour_is_cut_between_words() -> None:
    long = "word " * 200
    html = quotation(
        Report("r", None, f"Begin {long}end. Kyiv was hit. Begin {long}end."), account(1, "r", quote="Kyiv was hit.")
    )
    assert plain(html).startswith("… word word")
    assert plain(html).endswith("word …")
    assert len(plain(html)) < 700


def test_a_quotation_that_is_not_in_the_body_is_given_unmarked() -> None:
    assert quotation(Report("r", None, "Other text"), account(1, "r", quote="<i>gone</i>")) == "&lt;i&gt;gone&lt;/i&gt;"


@pytest.mark.parametrize(
    ("name", "field"),
    [("date_start", "date"), ("killed_low", "killed"), ("claimed_by", "claimed_by"), ("quote", None), ("datum", None)],
)
def test_account_fields_belong_to_marked_fields(name: str, field: str | None) -> None:
    assert field_of(name) == field
