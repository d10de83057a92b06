"""The stored answers: found and not found are kept, with question and time; a broken file is named."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dashboard.errors import LookupsBroken
from dashboard.geocode.asking.lookups import Answer, keep, load
from dashboard.geocode.asking.question import Question
from tests.fake_nominatim import village

NOW = datetime(2025, 7, 4, 12, 30, tzinfo=UTC)
MILOVE = Question("Milove", "UA", "Kharkiv Oblast")
FOUND = Answer("https://a.org", MILOVE, NOW, (village("Milove", note="Мілове"),))
NOTHING = Answer("https://a.org", Question("Nemaie", "UA"), NOW, ())


def test_answers_come_back_as_they_went_in_by_service(tmp_path: Path) -> None:
    path = tmp_path / "geocache" / "lookups.sqlite"
    assert load(path) == ()
    for answer in (FOUND, NOTHING, Answer("https://b.org", MILOVE, NOW, ())):
        keep(path, answer, "the words")
    assert load(path, "https://a.org") == (FOUND, NOTHING)
    assert len(load(path)) == 3


def test_a_new_answer_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "lookups.sqlite"
    keep(path, Answer("https://a.org", MILOVE, NOW, ()), "the words")
    keep(path, FOUND, "the words")
    assert load(path) == (FOUND,)


@pytest.mark.parametrize(
    ("answer", "days", "fresh"),
    [(FOUND, 10_000, True), (NOTHING, 179, True), (NOTHING, 180, False), (NOTHING, 181, False)],
)
def test_nothing_found_is_asked_again_after_180_days(answer: Answer, days: int, fresh: bool) -> None:
    assert answer.is_fresh(NOW + timedelta(days=days)) is fresh


@pytest.mark.parametrize("content", [b"no database at all" * 200, b""])
def test_a_broken_file_is_named_with_what_to_do_and_an_empty_one_holds_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "lookups.sqlite"
    path.write_bytes(content)
    if not content:
        assert load(path) == ()
        return
    with pytest.raises(LookupsBroken, match=r"lookups\.sqlite cannot be read .*; move it away"):
        load(path)
    with pytest.raises(LookupsBroken, match="move it away"):
        keep(path, FOUND, "the words")
    assert path.read_bytes() == content


def test_a_question_is_put_into_words_from_small_to_large() -> None:
    assert MILOVE.query("Ukraine") == "Milove, Kharkiv Oblast, Ukraine"
    assert Question("Bronnyi District", "UA", "Kyiv City", "Kyiv").query("Ukraine") == "Bronnyi District, Kyiv, Ukraine"
    assert Question.from_json(MILOVE.as_json()) == MILOVE
