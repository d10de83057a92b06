"""What a date reading says beside its days, how it is resolved against another day, and that any text is safe."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import VocabularyError
from dashboard.extract.dates import DateReading, find_dates, lexis, resolve
from dashboard.extract.dates.groups import RULES
from dashboard.extract.words.terms import load_terms
from dashboard.terms import Term

PUBLISHED = date(2025, 7, 4)


def only(sentence: str, published: date | None = PUBLISHED) -> DateReading:
    (reading,) = find_dates(sentence, published)
    return reading


# sentence; granularity, hour, part of the day, precision, anchor; why
TOLD = [
    ("hit on Friday", ("day", None, None, 1, "published"), "a weekday counts from publication"),
    ("hit on 3 July", ("day", None, None, 1, "absolute"), "a date is the calendar's"),
    ("hit on the night of 21 June", ("night", None, "night", 1, "absolute"), "a night of two dates is exact"),
    ("hit overnight", ("night", None, "night", 1, "published"), "last night too"),
    ("hit earlier in the week", ("days", None, None, 2, "published"), "two to six days"),
    ("hit last week", ("week", None, None, 3, "published"), "a week"),
    ("hit in May", ("month", None, None, 4, "absolute"), "a month"),
    ("hit in 2022", ("year", None, None, 5, "absolute"), "a year"),
    ("hit a week ago", ("day", None, None, 2, "published"), "a week ago is seldom the very day"),
    ("hit early on Friday", ("day", None, "early", 1, "published"), "early"),
    ("hit late on Thursday", ("day", None, "evening", 1, "published"), "late is evening"),
    ("hit early on Friday morning", ("day", None, "early", 1, "published"), "early says more than morning"),
    ("hit at 23:28 on 28 June", ("day", 23, None, 1, "absolute"), "a time of 24 hours"),
    ("hit at 7 p.m. on Monday", ("day", 19, None, 1, "published"), "p.m."),
    ("hit at 12 a.m. on Monday", ("day", 0, None, 1, "published"), "twelve a.m. is midnight"),
    ("hit at noon on Monday", ("day", 12, None, 1, "published"), "noon"),
    ("hit at half past ten this morning", ("day", 10, "morning", 1, "published"), "the morning settles the half"),
    ("hit at five to one on Monday morning", ("day", 0, "morning", 1, "published"), "counted back over midnight"),
    ("hit at two o'clock on Monday", ("day", None, None, 1, "published"), "either two: the hour is unknown"),
    ("hit at two o'clock on Monday afternoon", ("day", 14, "afternoon", 1, "published"), "settled by the part"),
    ("hit at 11:20", ("time", 11, None, None, "reference"), "a time alone is of the day told of"),
    ("hit in the morning", ("time", None, "morning", None, "reference"), "a part of the day alone too"),
    ("hit at night", ("time", None, "night", None, "reference"), "at night is any night"),
    ("hit that night", ("night", None, "night", None, "reference"), "a night told of before"),
    ("hit a month earlier", ("month", None, None, None, "reference"), "months from another day"),
    ("о четвертій ранку", ("time", 4, "morning", None, "reference"), "an ordinal hour"),
    ("близько другої години ночі", ("time", 2, "night", None, "reference"), "an hour of the night"),
    ("пів на шосту ранку", ("time", 5, "morning", None, "reference"), "half to six"),
    ("в три часа дня", ("time", 15, "afternoon", None, "reference"), "an hour of the afternoon"),
    ("в 10 вечера", ("time", 22, "evening", None, "reference"), "an hour of the evening"),
    ("в половине шестого утра", ("time", 5, "morning", None, "reference"), "half of the sixth hour"),
    ("у середу о 16.30", ("day", 16, None, 1, "published"), "a point in a time"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), TOLD, ids=[case[0] for case in TOLD])
def test_a_reading_tells_more_than_days(
    sentence: str, expected: tuple[str, int | None, str | None, int | None, str], why: str
) -> None:
    reading = only(sentence)
    told = (reading.granularity, reading.hour, reading.part_of_day, reading.date_prec, reading.anchor)
    assert told == expected, why


DAY = (date(2025, 6, 21), date(2025, 6, 21))
NIGHT = (date(2025, 6, 20), date(2025, 6, 21))
WEEK = (date(2025, 6, 16), date(2025, 6, 22))
# sentence, reference; first and last day of June 2025; why
RESOLVED = [
    ("the same day", DAY, (21, 21), "that day"),
    ("the same day", NIGHT, (21, 21), "after a night its later date"),
    ("a day earlier", DAY, (20, 20), "counted back"),
    ("the day before", DAY, (20, 20), "counted back"),
    ("two days before", DAY, (19, 19), "counted back"),
    ("the following day", NIGHT, (22, 22), "counted from the later date of a night"),
    ("a week later", DAY, (28, 28), "weeks"),
    ("that night", DAY, (21, 22), "the night after a day"),
    ("that night", NIGHT, (20, 21), "the night told of"),
    ("the previous night", NIGHT, (19, 20), "one night back"),
    ("the night before", DAY, (20, 21), "the night to the day"),
    ("that evening", DAY, (21, 21), "a part of that day"),
    ("at 11:20", DAY, (21, 21), "a time of that day"),
    ("at 23:50", NIGHT, (20, 20), "before midnight: the earlier date of the night"),
    ("shortly after 4 a.m.", NIGHT, (21, 21), "after midnight: the later date"),
    ("in the evening", NIGHT, (20, 20), "the evening that a night begins with"),
    ("in the morning", NIGHT, (21, 21), "the morning that it ends with"),
    ("at two o'clock", NIGHT, (20, 21), "an unknown half of the clock leaves the night"),
    ("at 11:20", WEEK, (16, 22), "a time does not narrow a week"),
    ("a month earlier", DAY, (1, 31), "the whole month before"),
    ("two days earlier, on the Wednesday", (date(2025, 6, 20), date(2025, 6, 20)), (18, 18), "count and weekday agree"),
    ("three days earlier, on the Tuesday", DAY, (17, 17), "where they do not, the weekday before"),
    ("того ж дня", NIGHT, (21, 21), "that day"),
    ("тієї ж ночі", NIGHT, (20, 21), "that night"),
    ("напередодні ввечері", DAY, (20, 20), "the evening before"),
    ("через два дні", DAY, (23, 23), "two days on"),
    ("днём ранее", DAY, (20, 20), "a day before"),
    ("двумя днями ранее", DAY, (19, 19), "two days before"),
    ("в ту же ночь", NIGHT, (20, 21), "that night"),
    ("накануне", DAY, (20, 20), "the day before"),
]


@pytest.mark.parametrize(("sentence", "reference", "days", "why"), RESOLVED, ids=[f"{c[0]}-{c[3]}" for c in RESOLVED])
def test_a_reading_is_counted_from_another_day(
    sentence: str, reference: tuple[date, date], days: tuple[int, int], why: str
) -> None:
    found = resolve(only(sentence), reference)
    month = 5 if sentence == "a month earlier" else 6
    assert (found.date_start, found.date_end) == (date(2025, month, days[0]), date(2025, month, days[1])), why
    assert found.date_prec is not None


def test_a_conjunction_tells_the_day_of_the_words_after_it() -> None:
    main, led = find_dates("Police said on Wednesday, a day after drones hit a train.", PUBLISHED)
    assert (led.phrase, led.date_start, led.anchor) == ("a day after", date(2025, 7, 1), "published")
    assert main.date_start == date(2025, 7, 2)
    told = only("It came two days after a missile hit Sumy.")
    assert resolve(told, DAY).date_start == date(2025, 6, 19)
    first = only("Two days after the raid drones hit Odesa.")
    assert resolve(first, DAY).date_start == date(2025, 6, 23)


def test_what_does_not_count_from_another_day_is_left_as_it_is() -> None:
    reading = only("on Friday")
    assert resolve(reading, DAY) is reading
    later = only("a day later")
    assert resolve(later, None) is later
    assert later.date_start is None


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("since Monday", "since: weekday before publication"),
        ("since 24 February 2022", "since: day and month and year"),
        ("the worst until 2022", "until: year"),
        ("by Friday morning", "by: weekday before publication"),
        ("after 1 October", "after: day and month"),
        ("as of about 09:00", "as of: time of the day told of"),
        ("з 2022 року", "since: year"),
        ("станом на 9:00 4 липня", "as of: day and month"),
        ("explode close by earlier in the week", "earlier in the week"),
    ],
)
def test_a_rule_names_the_bound_before_the_phrase(sentence: str, rule: str) -> None:
    assert only(sentence).rule == rule


@pytest.mark.parametrize(
    ("sentence", "granularity", "start"),
    [
        ("on Friday", "day", None),
        ("overnight", "night", None),
        ("overnight on Friday", "night", None),
        ("last week", "week", None),
        ("on 4 July", "day", None),
        ("on 4 July 2025", "day", date(2025, 7, 4)),
        ("in 2022", "year", date(2022, 1, 1)),
    ],
)
def test_without_a_publication_date_only_full_dates_are_known(
    sentence: str, granularity: str, start: date | None
) -> None:
    reading = only(sentence, None)
    assert (reading.granularity, reading.date_start) == (granularity, start)
    assert (reading.date_prec is None) is (start is None)


NUMBERS = ("4", "31", "0", "21-го", "19th", "2022", "11:20", "9.30", "2025-07-04", "31.12.9999", "25/12/2024")
WORDS = [*sorted({term.term for term in load_terms(lexis.NAME)}), *NUMBERS, *",-(./x", "\n\n"]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)),
    st.one_of(st.none(), st.dates()),
    st.dates(),
)
def test_any_text_is_read_without_fault(text: str, published: date | None, reference: date) -> None:
    last = 0
    for reading in find_dates(text, published):
        assert last <= reading.start < reading.end
        assert text[reading.start : reading.end] == reading.phrase
        last = reading.end
        for found in (reading, resolve(reading, (reference, reference))):
            assert (found.date_start is None) is (found.date_end is None) is (found.date_prec is None)
            if found.date_start and found.date_end:
                assert found.date_start <= found.date_end


def test_the_time_a_text_takes_grows_with_its_length_only() -> None:
    """Hostile repetitions would take hours if any expression went back over what it has read."""
    for piece in (", ", "the ", "on the ", "4 and ", "- ", "/", "late ", "night of ", "1,", "п'", "4.", "Friday "):
        find_dates(piece * 20_000, PUBLISHED)


@pytest.mark.parametrize("sense", ["day", "period", "shift", "holiday", "weekday", "overnight", "at_part", "noon"])
def test_every_term_of_a_sense_that_stands_alone_is_read(sense: str) -> None:
    unread = {
        term.term
        for term in load_terms(lexis.NAME)
        if term.sense == sense and [reading.phrase for reading in find_dates(term.term, PUBLISHED)] != [term.term]
    }
    assert not unread


def test_every_sense_has_a_sign_of_its_own() -> None:
    signs = [sign for sense, sign in lexis.SIGNS.items() if sign and sense != "not_date"]
    assert len(signs) == len(set(signs))
    assert not set(signs) & set("|.,(-/?")


def test_no_rule_names_a_time_with_words_that_name_none_without_others() -> None:
    signs = [lexis.SIGNS[sense] for sense in lexis.BESIDE if sense != "mark"] + list(lexis.MARKS.values())
    for pattern, _ in RULES:
        asked = [sign for sign in signs if sign in pattern.pattern]
        said = ("".join(some) for length in range(1, 4) for some in product(asked, repeat=length))
        assert not any((match := pattern.match(some)) and match.end() for some in said), pattern.pattern


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term("Caturday", "en", "cat", None), "unknown sense 'cat'"),
        (Term("Caturday", "en", "weekday", "six"), "cannot have the value 'six'"),
    ],
)
def test_a_wrong_row_is_named(term: Term, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lexis.lexicon.cache_clear()
    monkeypatch.setattr(lexis, "load_terms", lambda name: (term,))
    with pytest.raises(VocabularyError, match=words):
        lexis.lexicon()
    lexis.lexicon.cache_clear()
