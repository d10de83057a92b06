"""Report files composed, written, recognised and removed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import ReportError
from dashboard.reports import Draft, compose, parse, read_draft, read_file, read_folder, remove, same_text, write

DRAFT = Draft("Two people were killed in Poltava.", "Poltava hit", date(2025, 7, 4), "Daily", "https://a.b/c", "en")
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "${alert(1)} ` </script>",
    "Kyiv: \"three\" 'dead' # not a comment",
    "---",
    "- a\t: b",
    "[x](javascript:alert(1))",
    "=cmd|' /C calc'!A0",
    "&anchor *alias !!python/object:os.system",
    "null",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_title_source_and_url_survive_the_round_trip(text: str) -> None:
    report = read_draft(replace(DRAFT, title=text, source=text, url=text))
    expected = " ".join(text.split())
    assert (report.title, report.source, report.url) == (expected, expected, expected)
    assert report.body == DRAFT.body + "\n"


@given(st.text(), st.text(min_size=1).filter(str.strip))
def test_random_words_survive_the_round_trip(title: str, body: str) -> None:
    once = parse(compose(Draft(body, title)), "a")
    assert once.title == (" ".join(title.split()) or None)
    assert once.body.split() == body.split()


def test_broken_characters_are_refused() -> None:
    with pytest.raises(ReportError, match=r"^the text holds broken characters; copy it again from its source$"):
        compose(Draft("\ud800"))


@pytest.mark.parametrize(
    ("draft", "name", "why"),
    [
        (DRAFT, "2025-07-04_poltava-hit.txt", "date and title"),
        (replace(DRAFT, title="../../etc/passwd"), "2025-07-04_etc-passwd.txt", "a title is never a path"),
        (replace(DRAFT, title="Łódź — naïve!"), "2025-07-04_odz-naive.txt", "accents go"),
        (replace(DRAFT, title="Полтава"), "2025-07-04_9410f4ed.txt", "no Latin letters: the text's hash"),
        (replace(DRAFT, title="a" * 300), f"2025-07-04_{'a' * 60}.txt", "no file system's limit is met"),
        (replace(DRAFT, published=None, title=None), "undated_9410f4ed.txt", "nothing stated"),
    ],
)
def test_file_names(draft: Draft, name: str, why: str, tmp_path: Path) -> None:
    assert write(tmp_path, draft) == tmp_path / name, why


def test_a_file_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "2025-07-04_poltava-hit.md").write_text("There already.", encoding="utf-8")
    names = [write(tmp_path, DRAFT).name for _ in range(2)]
    assert names == ["2025-07-04_poltava-hit-2.txt", "2025-07-04_poltava-hit-3.txt"]
    assert {file.name for file in tmp_path.iterdir()} == {"2025-07-04_poltava-hit.md", *names}
    assert (tmp_path / "2025-07-04_poltava-hit.md").read_text(encoding="utf-8") == "There already."


def test_nothing_is_written_of_a_draft_without_a_text(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="a report needs a text"):
        write(tmp_path / "new", replace(DRAFT, body=" \n"))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("body", "same", "why"),
    [
        ("Two people were killed in Poltava.", True, "word for word"),
        ("\r\n TWO people  were\nkilled in Poltava.\n", True, "spaces, line ends and letter case make no other text"),
        ("Three people were killed in Poltava.", False, "another word"),
    ],
)
def test_the_same_text_is_recognised(body: str, same: bool, why: str, tmp_path: Path) -> None:
    path = write(tmp_path, DRAFT)
    reports, _ = read_folder([tmp_path])
    assert same_text(body, reports) == (path.stem if same else None), why


def test_a_report_is_removed_by_its_id_and_nothing_else_is(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    kept = write(folder, DRAFT)
    gone = write(folder, DRAFT)
    outside = tmp_path / "secret.txt"
    outside.write_text("Not a report.", encoding="utf-8")
    assert remove(folder, gone.stem) == gone
    for unknown in (gone.stem, "../secret", "secret", ""):
        with pytest.raises(ReportError, match="there is no report"):
            remove(folder, unknown)
    assert read_file(kept).title == "Poltava hit"
    assert outside.exists()
