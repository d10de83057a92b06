"""Words as they are searched: which spellings meet, which must not, and that no text is syntax."""

import sqlite3
from contextlib import closing

import pytest

from dashboard.store import search_words
from dashboard.store.search_index import CREATE

PLACES = ("Kharkiv", "Kyiv", "Sievierodonetsk", "Zaporizhzhia", "Быково", "Mykolaiv")
QUOTES = ("Has a gas station burned?", "У Харкові пролунали вибухи.", "Взрывы в Запорожье", "Café hit")


def finds(text: str, names: tuple[str, ...] = (), texts: tuple[str, ...] = ()) -> bool:
    """Whether a search finds a strike of these names and texts, as SQLite sees it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(CREATE)
        connection.execute("INSERT INTO search (spelling, sound) VALUES (?, ?)", search_words.indexed(names, texts))
        asked = search_words.query(text)
        return asked is not None and bool(
            connection.execute("SELECT 1 FROM search WHERE search MATCH ?", [asked]).fetchall()
        )


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("Харків", "Kharkiv", "Ukrainian for a Latin name"),
        ("kharkiv", "Kharkiv", "letter case"),
        ("KHARK", "Kharkiv", "the beginning of a word"),
        ("Harkiv", "Kharkiv", "another romanisation"),
        ("Київ", "Kyiv", "Ukrainian for a Latin name"),
        ("Сєвєродонецьк", "Sievierodonetsk", "soft signs and iotated vowels"),
        ("Запоріжжя", "Zaporizhzhia", "doubled letters"),
        ("Zaporizhia", "Zaporizhzhia", "doubled letters in another romanisation"),
        ("Bykovo", "Быково", "Latin for a Russian name"),
        ("Миколаїв", "Mykolaiv", "ї"),
        ("Mykolayiv", "Mykolaiv", "another romanisation"),
    ],
)
def test_spellings_of_one_name_meet(text: str, place: str, reason: str) -> None:
    assert finds(text, (place,)), reason
    assert finds(place, (text,)) or text == "KHARK", f"{reason}, the other way round"
    assert [one for one in PLACES if finds(text, (one,))] == [place], "and no other place"


@pytest.mark.parametrize(
    ("text", "found", "reason"),
    [
        ("gas", [0], "a word of a text is found as it is spelt"),
        ("explosion", [], "no translation"),
        ("вибух", [1], "Cyrillic in Cyrillic, from the beginning"),
        ("Харкові", [1], "an inflected form as it stands"),
        ("Kharkovi", [1], "by sound"),
        ("взрывы", [2], "Russian"),
        ("cafe", [3], "without diacritics"),
        ("бурнед", [0], "Cyrillic for a word in Latin letters"),
        ("station gas", [0], "all words, in any order"),
        ("gas Харкові", [], "all of them"),
    ],
)
def test_words_of_quotes(text: str, found: list[int], reason: str) -> None:
    assert [i for i, quote in enumerate(QUOTES) if finds(text, texts=(quote,))] == found, reason


def test_a_latin_word_is_not_found_by_its_sound() -> None:
    assert not finds("gas", texts=("It has burned.",))


@pytest.mark.parametrize(
    "text",
    [
        *('"', "*", 'b" OR "c', "spelling:x", "{sound}: x", "NEAR(b c)", "b AND", "(", "-b", "^b", "b^2", "b + c"),
        *("';DROP TABLE search;--", "%", "_", "\x00", "𝒳", "b\u0301", "’"),
    ],
)
def test_no_text_is_syntax(text: str) -> None:
    assert not finds(text, ("Poltava",), ("A quote of power lines.",))


def test_signs_alone_are_no_query() -> None:
    assert search_words.query(' "*()^:- ') is None
    assert search_words.query("") is None


def test_or_is_a_word_like_any() -> None:
    assert finds("OR", texts=("one or two",))
    assert not finds("Poltava OR Kyiv", ("Poltava",))


def test_the_words_of_a_strike_are_kept_once() -> None:
    assert search_words.indexed(["Kyiv", "Kyiv", None], ["Kyiv was hit, hit again"]) == ("kyiv was hit again", "kiv")
