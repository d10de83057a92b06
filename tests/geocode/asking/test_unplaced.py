"""Names that stand where places stand and that no source has: found, with what the report says of where they are."""

import pytest

from dashboard.geocode import Gazetteer, find_places
from dashboard.geocode.asking.question import Question
from dashboard.geocode.asking.unplaced import Unplaced, nominatives, unplaced_names
from dashboard.records import Report

KHARKIV = "Kharkiv Oblast"


def unplaced(text: str, gazetteer: Gazetteer) -> tuple[Unplaced, ...]:
    report = Report("r", None, text)
    return unplaced_names(report, gazetteer, find_places(report, gazetteer))


@pytest.mark.parametrize(
    ("text", "name", "region", "reason"),
    [
        ("A drone hit the village of Vyhadanivka in Kharkiv region.", "Vyhadanivka", KHARKIV, "a type word before it"),
        ("In Vyhadanivka, Kharkiv region, a shell wounded one.", "Vyhadanivka", KHARKIV, "its region behind it"),
        ("Vyhadanivka village burned, Kharkiv said. Ukraine.", "Vyhadanivka", KHARKIV, "a type word behind it"),
        ("A man died in Vyhadanivka, a village in Kharkiv region.", "Vyhadanivka", KHARKIV, "described behind it"),
        ("Poltava and Kharkiv, Ukraine. A house near Vyhadanivka burned.", "Vyhadanivka", None, "two regions named"),
        ("Дрон ударив по селу Вигаданівка Харківської області.", "Вигаданівка", KHARKIV, "Ukrainian, type word"),
        ("Харьков. В Выдуманке сгорел дом.", "Выдуманке", KHARKIV, "Russian, a preposition"),
        ("A fire in the Vydumanskyi district of Kyiv.", "Vydumanskyi District", "Kyiv City", "a district of a city"),
        ("Shells hit Nova Vyhadanivka in Kharkiv region.", "Nova Vyhadanivka", KHARKIV, "two words"),
    ],
)  # fmt: skip
def test_an_unknown_place_is_found_with_its_region(
    text: str, name: str, region: str | None, reason: str, gazetteer: Gazetteer
) -> None:
    (found,) = unplaced(text, gazetteer)
    assert found.questions[0].name == name, reason
    assert found.questions[0].country == ("UA"), reason
    assert found.questions[0].region == region, reason
    assert text[found.span.start : found.span.end] == found.text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A missile hit Poltava in Ukraine.", "known places are no business of the service"),
        ("In Kharkiv region, Ukraine, Oleh Vyhadanko said so.", "a person"),
        ("Kharkiv, Ukraine. Prokudin said the city was calm.", "a surname at the head of a sentence"),
        ("The Russian city of Belgorod burned. Other cities did not.", "adjectives"),
        ("Сумська область. Про це він написав у Telegram.", "a word in other letters"),
        ("Near Kharkiv, the 3rd Vyhadanska Brigade fought.", "a unit"),
        ("On Vyhadanska Street in Kharkiv a house burned.", "a street"),
        ("Kharkiv. He works in VYHAD.", "an abbreviation"),
        ("", "no text"),
    ],
)
def test_what_is_no_place_is_not_asked_about(text: str, reason: str, gazetteer: Gazetteer) -> None:
    assert unplaced(text, gazetteer) == (), reason


def test_a_known_name_where_nobody_knows_it_is_asked_about(gazetteer: Gazetteer) -> None:
    (found,) = unplaced("A drone hit Bakhmut in Kherson region.", gazetteer)
    assert found.questions == (Question("Bakhmut", "UA", "Kherson Oblast"),)


def test_a_name_without_any_country_has_no_question(gazetteer: Gazetteer) -> None:
    (found,) = unplaced("A drone hit the village of Vyhadanivka.", gazetteer)
    assert found.questions == ()


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("Вигаданівці", "Вигаданівка"),
        ("Нечаевке", "Нечаевка"),
        ("Двулучном", "Двулучное"),
        ("Клинового", "Клинове"),
        ("Вигаданську", "Вигаданськ"),
    ],
)
def test_a_case_form_leads_to_its_nominative(word: str, guess: str) -> None:
    assert guess in nominatives(word)


@pytest.mark.parametrize("word", ["Вигаданівка", "Vyhadanivtsi", "Нова Вигаданівка", "Ха"])
def test_a_name_that_needs_no_guess_has_none(word: str) -> None:
    assert nominatives(word) == ()
