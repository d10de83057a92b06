"""Every value leads back to its words: over all shipped and sample reports, the spans are read again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import pytest

from dashboard.extract import extract
from dashboard.extract.casualties import find_casualties
from dashboard.extract.clauses.cues import cues_of
from dashboard.extract.clauses.sides import enemy_of, holder
from dashboard.extract.dates import DateReading, find_dates, resolve
from dashboard.extract.strikes.hours import night_of
from dashboard.extract.strikes.pointing import POINTED
from dashboard.extract.words.phrases import phrase
from dashboard.geocode import Gazetteer
from dashboard.records import STRIKE_TYPES, Account, Extraction, Part, Report, Span
from dashboard.reports import read_file
from dashboard.settings import CHECKOUT

FILES = sorted([*(CHECKOUT / "data" / "reports").glob("*.txt"), *(CHECKOUT / "tests" / "samples").glob("*.txt")])
PARTS: tuple[Part, ...] = ("title", "body")
UNRELATED = "\n\nThe library in the old town hall opens its reading room again in spring.\n"
STATED_BY_ITSELF = "named where the strike is told of", "listed right after the strike is told of"
INDIRECT = (
    "the city of ",
    "an office of the region of ",
    "in the area of both",
    POINTED,
)  # in the rule of a place that another name tells of
MOST_SILENT_QUOTES = 0.02  # of all: where every word read stands in other sentences than the one quoted
Days = tuple[date, date]


@dataclass(frozen=True)
class Read:
    """A report with what was read from it."""

    report: Report
    extraction: Extraction

    @cached_property
    def dates(self) -> dict[Part, tuple[DateReading, ...]]:
        return {part: find_dates(self.report.text(part), self.report.published) for part in PARTS}

    @cached_property
    def days(self) -> set[Days]:
        """The days that a date counted from another day of the report may count from, three steps deep."""
        readings = [one for part in PARTS for one in self.dates[part]]
        known = {(self.report.published, self.report.published)} if self.report.published else set()
        for _ in range(3):
            resolved = [resolve(one, days) for one in readings for days in (*known, None)]
            known |= {(one.date_start, one.date_end) for one in resolved if one.date_start and one.date_end}
            known |= {night for one in resolved if (night := night_of(one))}  # "the same night" as a small hour
        return known


@pytest.fixture(scope="module")
def reads(gazetteer: Gazetteer) -> list[Read]:
    reports = [read_file(path) for path in FILES]
    return [Read(report, extract(report, gazetteer)) for report in reports]


def accounts(reads: list[Read]) -> Iterator[tuple[Read, Account]]:
    return ((read, account) for read in reads for account in read.extraction.accounts)


def said(read: Read, account: Account, field: str) -> str:
    words = " + ".join(read.report.words(span) for span in account.spans.get(field, ()))
    return f"{account.account_id} {account.place} {field}: {words!r}, by the rule {account.rules.get(field)!r}"


def test_there_is_something_to_look_at(reads: list[Read]) -> None:
    assert len(reads) > 130
    assert len(list(accounts(reads))) > 250


def test_spans_lie_in_the_text_and_cover_words(reads: list[Read]) -> None:
    for read, account in accounts(reads):
        for field, spans in account.spans.items():
            for span in spans:
                words = read.report.words(span)
                assert 0 <= span.start < span.end <= len(read.report.text(span.part)), said(read, account, field)
                assert words.strip() == words, said(read, account, field)
            assert len(set(spans)) == len(spans) > 0, said(read, account, field)


def test_every_value_has_a_span_or_the_rule_that_stands_in(reads: list[Read]) -> None:
    missing = []
    for read, account in accounts(reads):
        stated = {
            "date": account.date_start is not None,
            "place": account.place is not None,
            "strike_type": account.strike_type != "other",
            "attacker": account.attacker != "unknown",
            "killed": account.killed is not None,
            "injured": account.injured is not None,
            "claimed_by": account.claimed_by is not None,
            "status": account.status != "confirmed",
        }
        unspoken = {field for field, needed in stated.items() if needed and not account.spans.get(field)}
        missing += [said(read, account, field) for field in unspoken if not stands_in(account, field)]
    assert missing == []


def stands_in(account: Account, field: str) -> bool:
    """Whether the rule says what the value follows from, where no words state it."""
    rule = account.rules.get(field, "")
    if field == "place":
        return rule in ("the smallest area that holds all places of a joint toll", "a toll for the whole country")
    if field == "attacker":
        return rule.startswith("the place is held by ") and rule.endswith(f"whose enemy is {account.attacker}")
    if field == "date":  # of a live blog, whose lines are stamped with hours alone
        return rule.startswith("the day of publication; the report tells its hours")
    if field == "claimed_by":
        return account.status == "disputed" and account.rules["status"] == "the side accused denies it"
    return field == "killed" and account.killed == 0 and rule == "nobody was hurt"


def test_no_words_are_claimed_for_what_is_not_stated(reads: list[Read]) -> None:
    for read, account in accounts(reads):
        values = {"date": account.date_start, "killed": account.killed, "injured": account.injured}
        for field, value in values.items():
            assert value is not None or field not in account.spans, said(read, account, field)


def test_date_words_read_again_give_the_dates(reads: list[Read]) -> None:
    wrong = []
    for read, account in accounts(reads):
        for span in account.spans.get("date", ()):
            if account.date_phrase != read.report.words(span) or not reads_as(read, account, span):
                wrong.append(f"{said(read, account, 'date')}: {account.date_start} to {account.date_end}")
    assert wrong == []


def reads_as(read: Read, account: Account, span: Span) -> bool:
    """Whether the date that begins and the one that ends with the span give the account's days."""
    readings = read.dates[span.part]
    first = [one for one in readings if one.start == span.start]
    last = [one for one in readings if one.end == span.end]
    starts = {one.date_start for one in counted(first, read.days)}
    ends = {one.date_end for one in counted(last, read.days)}
    published = read.report.published
    if "taken for that of the day told of" in account.rules["date"]:  # as long, whatever day that is
        lengths = {(b - a).days for one in first for a, b in [(one.date_start, one.date_end)] if a and b}
        start, end = account.date_start, account.date_end
        return bool(start and end and (end - start).days in lengths)
    if account.rules["date"].startswith("from then to publication"):
        ends = {published}
    if account.rules["date"].startswith("the night before publication") and published:
        bare = phrase("bare_night").fullmatch(read.report.words(span))
        assert bare or first[0].part_of_day == "night", said(read, account, "date")
        starts, ends = {published - timedelta(days=1)}, {published}
    return account.date_start in starts and account.date_end in ends


def counted(readings: list[DateReading], known: set[Days]) -> list[DateReading]:
    return [resolve(one, days) for one in readings for days in (known if one.anchor == "reference" else [None])]


def test_dates_are_intervals_with_their_precision(reads: list[Read]) -> None:
    for read, account in accounts(reads):
        start, end = account.date_start, account.date_end
        assert (start is None) == (end is None) == (account.date_prec is None), said(read, account, "date")
        if start and end:
            assert start <= end, said(read, account, "date")
            assert account.date_prec in (1, 2, 3, 4), said(read, account, "date")
            assert account.date_prec != 1 or (end - start).days <= 1, said(read, account, "date")
            assert read.report.published is None or start <= read.report.published, said(read, account, "date")


@pytest.mark.parametrize("kind", ["killed", "injured"])
def test_number_words_read_again_give_the_number(kind: str, reads: list[Read]) -> None:
    wrong = []
    for read, account in accounts(reads):
        spans = account.spans.get(kind, ())
        if not spans:
            continue
        figures = find_casualties(read.report.text(spans[0].part))
        words = tuple((span.start, span.end) for span in spans)
        again: list[tuple[object, ...]] = [
            (one.kind, one.best, one.low, one.high) for one in figures if one.spans == words
        ]
        if account.rules[kind] == "the sum of persons told one by one":
            total = sum(one.best or 0 for one in figures if one.kind == kind and set(one.spans) <= set(words))
            again = [(kind, total, total, total)]
        if account.rules[kind] == "nobody was hurt":  # nor killed, though others were who are told of in the sentence
            again = [("killed", 0, 0, 0) for one in figures if (one.kind, one.best, one.spans) == ("injured", 0, words)]
        number, low, high = (getattr(account, field) for field in (kind, f"{kind}_low", f"{kind}_high"))
        if (kind, number, low, high) not in again:
            wrong.append(f"{said(read, account, kind)}: {number}")
        assert (low if low is not None else number) <= number <= (high if high is not None else number)
    assert wrong == []


def points_back(words: str) -> bool:
    return any(phrase(sense).fullmatch(words) for sense in ("former", "latter", "in_one"))


def test_place_words_are_names_of_the_place(reads: list[Read]) -> None:
    wrong = []
    for read, account in accounts(reads):
        named = {one.span: one for one in read.extraction.occurrences}
        rule, spans = account.rules["place"], account.spans.get("place", ())
        if POINTED in rule:  # "in the first of these suburbs" is no name
            spans = tuple(span for span in spans if not points_back(read.report.words(span)))
        found = [named.get(span) for span in spans]
        stated = rule.startswith(STATED_BY_ITSELF) and not any(by in rule for by in INDIRECT)
        here = [one for one in found if one and one.place and one.place.name == account.place]
        if None in found or (
            stated and (len(here) != len(found) or account.place_phrase not in [h.text for h in here])
        ):
            wrong.append(said(read, account, "place"))
    assert wrong == []


def test_weapon_words_are_of_the_kind(reads: list[Read]) -> None:
    wrong = []
    for read, account in accounts(reads):
        words = [read.report.words(span) for span in account.spans.get("strike_type", ())]
        kinds = {cue.value for word in words for cue in cues_of(word)["strike_words"]} & set(STRIKE_TYPES)
        if words and account.strike_type not in kinds and not (account.strike_type == "mixed" and len(kinds) > 1):
            wrong.append(said(read, account, "strike_type"))
    assert wrong == []


def test_attacker_words_name_the_side(reads: list[Read]) -> None:
    for read, account in accounts(reads):
        for span in account.spans.get("attacker", ()):
            words = read.report.words(span)
            sides = {cue.value for cue in cues_of(words)["actors"] if cue.sense == "actor"}
            if phrase("foe").fullmatch(words):  # "the enemy", as the holder of the place says
                place = read.extraction.places[account.account_id]
                foes = {enemy_of(holder(place, occupied)) for occupied in (False, True)}
                assert account.attacker in foes, said(read, account, "attacker")
            else:
                assert account.attacker in sides, said(read, account, "attacker")


def test_quote_is_a_stretch_of_the_body_and_nearly_always_holds_words_of_the_strike(reads: list[Read]) -> None:
    silent = []
    for read, account in accounts(reads):
        (span,) = account.spans["quote"]
        assert span.part == "body"
        assert account.quote == read.report.body[span.start : span.end] != ""
        values = [one for field, spans in account.spans.items() if field != "quote" for one in spans]
        inside = [one for one in values if one.part == "body" and span.start <= one.start and one.end <= span.end]
        silent += [] if inside else [said(read, account, "quote")]
    assert len(silent) <= len(list(accounts(reads))) * MOST_SILENT_QUOTES, silent


def test_ids_are_unique_and_begin_with_the_report(reads: list[Read]) -> None:
    ids = Counter(account.account_id for _, account in accounts(reads))
    assert max(ids.values()) == 1
    assert all(account.account_id.startswith(f"{read.report.report_id}-") for read, account in accounts(reads))


def test_the_same_report_is_read_the_same_twice(reads: list[Read], gazetteer: Gazetteer) -> None:
    assert all(extract(read.report, gazetteer) == read.extraction for read in reads[::5])


def test_ids_stay_when_a_sentence_is_added_at_the_end(reads: list[Read], gazetteer: Gazetteer) -> None:
    for read in reads[::2]:
        longer = replace(read.report, body=read.report.body.rstrip() + UNRELATED)
        ids = [account.account_id for account in extract(longer, gazetteer).accounts]
        assert ids == [account.account_id for account in read.extraction.accounts], read.report.report_id
