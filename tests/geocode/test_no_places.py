"""What looks like a place name and is none: each row a text, the words that must not be read as a place, and why."""

import pytest

from dashboard.geocode import Gazetteer, find_places
from dashboard.records import Report

REFUSED = [
    ("Guns fired across both banks of the Dnipro River.", "Dnipro", "a river"),
    ("They crossed the Dnipro near Kherson.", "Dnipro", "a river: an article and no type word"),
    ("Both banks of the Dnipro were shelled.", "Dnipro", "a river has banks"),
    ("The call between Donald Trump and Vladimir Putin ended.", "Vladimir", "a first name that is a city of Russia"),
    ("President Volodymyr Zelensky spoke from Kyiv.", "Volodymyr", "a first name that is a city of Ukraine"),
    ("Paris Hilton sang.", "Paris", "a first name before a surname"),
    ("Michael Jordan retired. Jordan said he was tired.", "Jordan", "a surname, also where it stands alone later"),
    ("Denzel Washington starred.", "Washington", "a surname after a name that no list has"),
    ("Jack London wrote novels.", "London", "a surname after a first name"),
    ("Mr. Lincoln agreed.", "Lincoln", "a surname after a title"),
    ("Gen. Houston gave the order.", "Houston", "a surname after a rank"),
    ("The New York Times reported it.", "New York", "a newspaper"),
    ("The Kyiv Independent reported it.", "Kyiv", "a newspaper"),
    ("The Kyiv Post wrote so.", "Kyiv", "a newspaper"),
    ("The Kharkiv Human Rights Group counted two.", "Kharkiv", "an organisation, its head word two words on"),
    ("He studied at the University of Chicago.", "Chicago", "an organisation, its head word before"),
    ("The Bank of England cut rates.", "England", "an organisation, its head word before"),
    ("The Duke of York resigned.", "York", "a title"),
    ("The 155th Naval Infantry Brigade of the Pacific Fleet was there.", "Naval", "a unit"),
    ("The 155th Naval Infantry Brigade of the Pacific Fleet was there.", "Pacific", "a fleet"),
    ("The Black Sea Fleet lost a ship.", "Black Sea", "a fleet, not the sea"),
    ("The Kursk submarine sank.", "Kursk", "a ship"),
    ("A crowd on Odesa Street fled.", "Odesa", "a street"),
    ("Share this with friends.", "Share", "an ordinary word at the start of a sentence"),
    ("Major damage was done.", "Major", "an ordinary word at the start of a sentence"),
    ("He was a Hero of Russia.", "Hero", "an ordinary word with a capital"),
    ("Reading the report took an hour.", "Reading", "an ordinary word at the start of a sentence"),
    ("Nice work was done.", "Nice", "an ordinary word at the start of a sentence"),
    ("Most people fled. Many stayed.", "Many", "an ordinary word at the start of a sentence"),
    ("On Thursday, March 2, it rained.", "March", "a month"),
    ("Nine people died.", "Nine", "a number"),
    ("Brent crude rose.", "Brent", "a kind of oil"),
    ("The Interior Ministry said so.", "Interior", "a ministry"),
    ("Ukrainian and Iraqi forces trained.", "Ukrainian", "an adjective"),
    ("Iraqis and Germans voted.", "Germans", "a demonym"),
    ("The White House declined.", "White House", "a building that stands for a government, not Casablanca"),
    ("NATO met. Nato ministers agreed.", "Nato", "an alliance, not a town in the Philippines"),
    ("The Paris Agreement holds.", "Paris", "a treaty"),
    ("Hurricane Florence hit.", "Florence", "a storm"),
    ("Lake Victoria rose.", "Victoria", "a lake"),
    ("Він їхав через Дніпро.", "Дніпро", "a river in Ukrainian"),
    ("Володимир Зеленський виступив у Києві.", "Володимир", "a first name in Ukrainian"),
    ("Об этом заявил Владимир Путин в Москве.", "Владимир", "a first name in Russian"),
    ("Того ж дня обстріляли Нікополь.", "Того", "a pronoun, not Togo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "reason"), REFUSED)
def test_is_no_place(text: str, words: str, reason: str, gazetteer: Gazetteer) -> None:
    found = [each.text for each in find_places(Report("r", None, text), gazetteer)]
    assert words not in found, reason
    assert not any(words in each.split() for each in found), reason
