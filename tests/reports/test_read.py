"""Report files and texts -> Report, and what is refused with which words."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import ReportError
from dashboard.records import Report, Skipped
from dashboard.reports import parse, read_file, read_folder
from dashboard.settings import CHECKOUT

FRONT = "---\ntitle: Poltava hit\npublished: 2025-07-04\n---\n"


def test_a_file_with_front_matter_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "2025-07-04_poltava.txt"
    file.write_text(
        "---\ntitle: Two killed\npublished: 2025-07-04T00:30:00+03:00\nsource: Daily\n"
        "url: https://a.b/c\nlanguage: en\n---\n\nTwo people were killed.\n",
        encoding="utf-8",
    )
    assert read_file(file) == Report(
        report_id="2025-07-04_poltava",
        title="Two killed",
        body="Two people were killed.\n",
        published=date(2025, 7, 4),
        published_at=datetime(2025, 7, 4, 0, 30, tzinfo=timezone(timedelta(hours=3))),
        source="Daily",
        url="https://a.b/c",
        language="en",
    )


@pytest.mark.parametrize(
    ("text", "body", "why"),
    [
        ("\n\n  Kyiv.\n", "\n\n  Kyiv.\n", "without front matter nothing is changed"),
        ("a\r\nb\rc\n", "a\nb\nc\n", "but for line ends"),
        ("\ufeffKyiv.", "Kyiv.", "a byte order mark is no text"),
        (FRONT + "\n \t\n\nKyiv.\n\n", "Kyiv.\n\n", "after front matter leading blank lines go, others stay"),
        (FRONT + "  Kyiv.", "  Kyiv.", "an indented first line is no blank line"),
        ("---  \r\ntitle: x\r\n---\r\n\r\nKyiv.", "Kyiv.", "Windows line ends in front matter"),
        (FRONT + "a\n---\nb", "a\n---\nb", "a rule further down belongs to the text"),
        ("--- Kyiv\n", "--- Kyiv\n", "a dash line with words opens no front matter"),
        ("---\n---\nKyiv.", "Kyiv.", "front matter may be empty"),
    ],
)
def test_the_body(text: str, body: str, why: str) -> None:
    assert parse(text, "a").body == body, why


@pytest.mark.parametrize(
    ("stated", "day", "moment", "why"),
    [
        ("2025-07-04", date(2025, 7, 4), None, "a day"),
        ("2025-07-04T23:30:00-04:00", date(2025, 7, 4), "2025-07-05T03:30:00+00:00", "the day in its own zone"),
        ("2025-07-04 06:45Z", date(2025, 7, 4), "2025-07-04T06:45:00+00:00", "a space and Z are ISO 8601 too"),
        ("2025-07-04T06:45", date(2025, 7, 4), None, "a time without a zone is no moment"),
        ('"2025-07-04"', date(2025, 7, 4), None, "quotes are YAML's, not the date's"),
        ("", None, None, "stated without a value is not stated"),
    ],
)
def test_published(stated: str, day: date | None, moment: str | None, why: str) -> None:
    report = parse(f"---\npublished: {stated}\n---\nKyiv.", "a")
    assert report.published == day, why
    assert report.published_at == (moment and datetime.fromisoformat(moment).astimezone(UTC)), why


def test_front_matter_beats_the_given_date() -> None:
    given = date(2020, 1, 1)
    assert parse(FRONT + "Kyiv.", "a", given).published == date(2025, 7, 4)
    assert parse("Kyiv.", "a", given).published == given


@pytest.mark.parametrize(
    "value",
    ["null", "true", "12", "2025-07-04", "<img src=x onerror=alert(1)>", "${alert(1)}", "`", "</script>", "=1+1"],
)
def test_values_stay_the_text_they_are(value: str) -> None:
    assert parse(f"---\ntitle: {value!r}\nsource: {value!r}\n---\nKyiv.", "a").title == value


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", None, "empty; a report needs a text"),
        (" \n\t\n", None, "empty; a report needs a text"),
        (FRONT, None, "empty; a report needs a text"),
        ("---\ntitle: x\n", 1, "the front matter is not closed; end it with a line of ---"),
        (
            "---\ntitle: x\npublished: yesterday\n---\nKyiv.",
            3,
            "published is 'yesterday', which is no date; write it as 2025-07-04",
        ),
        (
            "---\npublished: 2025-02-30\n---\nKyiv.",
            2,
            "published is '2025-02-30', which is no date; write it as 2025-07-04",
        ),
        (
            "---\ntitle: Kyiv: three dead\n---\nKyiv.",
            2,
            "front matter that cannot be read (mapping values are not allowed here); put the value in quotes",
        ),
        ("---\ntitle: [a, b]\n---\nKyiv.", 2, "front matter holds plain text only; put the value in quotes"),
        ("---\ntitle: a\ntitle: b\n---\nKyiv.", 3, "title is stated twice; keep one"),
        ('---\ntitle: "\\ud83d"\n---\nKyiv.', 2, "title holds half a character; write it out"),
        (
            '---\ntitle: "\\U99999999"\n---\nKyiv.',
            None,
            "front matter that cannot be read; write it as `name: value` lines",
        ),
        ("---\njust words\n---\nKyiv.", 2, "front matter that is no list of `name: value` lines"),
        (
            f"---\ntitle: {'[' * 5000}\n---\nKyiv.",
            None,
            "front matter that cannot be read; write it as `name: value` lines",
        ),
        (
            f"---\n{'x: y' * 10_000}\n---\nKyiv.",
            None,
            "front matter of many pages; is the line of --- that ends it missing?",
        ),
    ],
)
def test_what_is_refused(text: str, line: int | None, reason: str) -> None:
    with pytest.raises(ReportError) as caught:
        parse(text, "a", name="a.txt")
    assert (caught.value.name, caught.value.line, caught.value.reason) == ("a.txt", line, reason)
    assert str(caught.value) == (f"a.txt, line {line}: {reason}" if line else f"a.txt: {reason}")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["", "---\n", FRONT]))
def test_whatever_the_text_it_is_read_or_refused(text: str, before: str) -> None:
    with suppress(ReportError):
        body = parse(before + text, "a").body
        assert (before + text).replace("\r\n", "\n").replace("\r", "\n").endswith(body)


@given(st.text("-: \n'\"[]{}&*!|>%@`#\\\tatitlepublished0123456789", max_size=80))
def test_whatever_the_front_matter_it_is_read_or_refused(header: str) -> None:
    with suppress(ReportError):
        assert parse(f"---\n{header}\n---\nKyiv.", "a").body


def test_a_long_text_is_read_in_time_that_grows_with_its_length() -> None:
    for sign in ("-", " ", "---\n", "\t\n", "\r"):
        text = sign * (2_000_000 // len(sign)) + "Kyiv."
        with suppress(ReportError):
            assert parse(text, "a").body.endswith("Kyiv.")


def test_another_encoding_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Kyiv\nХарків\n".encode("cp1251"))
    with pytest.raises(ReportError, match=r"^a\.txt, line 2: not UTF-8; save it with that encoding$"):
        read_file(file)


def test_a_folder_gives_its_reports_and_what_could_not_be_read(tmp_path: Path) -> None:
    for name, text in {"b.txt": "B", "a.md": "A", "c.TXT": "C", "d.html": "D", "e.txt": "", "a.txt": "A again"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    reports, skipped = read_folder([tmp_path, tmp_path / "b.txt", tmp_path / "gone.txt"])
    assert [report.body for report in reports] == ["A", "B", "C"]
    assert skipped == [
        Skipped("a.txt", None, "another report has the same name; rename one of them"),
        Skipped("e.txt", None, "empty; a report needs a text"),
        Skipped("gone.txt", None, "cannot be opened (No such file or directory); check that it is there"),
    ]


def test_every_shipped_report_can_be_read_and_says_when_and_where_it_was_published() -> None:
    reports, skipped = read_folder([CHECKOUT / "data" / "reports"])
    assert len(reports) > 60
    assert skipped == []
    assert [report.report_id for report in reports if not (report.published and report.source and report.url)] == []
