"""What part a place name plays: struck, spoken in, fired from, the seat of an office, a government."""

import pytest

from dashboard.geocode import Gazetteer
from tests.extract.read_clauses import clauses_of

CASES = [
    ("A drone hit Poltava.", "Poltava", "at", "the plain case"),
    ("Missiles were fired from Kursk Oblast.", "Kursk Oblast", "elsewhere", "where it was fired from"),
    ("A village 11 km from Sumy was shelled.", "Sumy", "elsewhere", "a distance"),
    ("The president, speaking in Denmark, blamed drones.", "Denmark", "elsewhere", "where somebody spoke"),
    ("In Odesa, the minister of culture said that drones fell.", "Odesa", "elsewhere", "spoke there, at the opening"),
    ("The governor of Sumy spoke.", "Sumy", "office", "an office before the name"),
    ("Poltava regional governor Kohut spoke.", "Poltava", "office", "an office behind it, with words between"),
    ("Kharkiv's mayor spoke.", "Kharkiv", "office", "an office of which it is the owner"),
    ("Moscow said nothing.", "Moscow", "speaker", "a capital for a government"),
    ("Kyiv was hit by drones.", "Kyiv", "at", "a capital to which something happened"),
    ("Drones fell on Kyiv districts.", "Kyiv", "at", "parts of a capital"),
    ("KYIV (Wire) - Drones fell.", "KYIV", "dateline", "capitals, an agency and a dash"),
    ("Drones were downed over Odesa.", "Odesa", "over", "in the air above it"),
    ("Villages from Kherson to Nikopol were shelled.", "Kherson", "at", "the first end of a range"),
    ("The Poltava-based unit came.", "Poltava", "elsewhere", "who is based there"),
    ("Дрон влучив у Полтаву.", "Полтаву", "at", "Ukrainian"),
    ("За 5 км від Сум впав дрон.", "Сум", "elsewhere", "a distance in Ukrainian"),
    ("Дроны запущены из Курска.", "Курска", "elsewhere", "fired from, in Russian"),
]


@pytest.mark.parametrize(("text", "name", "role", "reason"), CASES, ids=[c[3] for c in CASES])
def test_role(text: str, name: str, role: str, reason: str, gazetteer: Gazetteer) -> None:
    placed = [p for clause in clauses_of(text, gazetteer) for p in clause.places]
    assert [p.role for p in placed if p.occurrence.text == name] == [role]
