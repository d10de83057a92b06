"""What an answer comes to: a row only for one place of the very name, where the reports say it is."""

from datetime import UTC, datetime
from typing import Any

import pytest

from dashboard.geocode import Gazetteer
from dashboard.geocode.asking.answered import read_answer, stored_rows
from dashboard.geocode.asking.lookups import Answer
from dashboard.geocode.asking.question import Question
from dashboard.geocode.spelling.words import load_kinds
from tests.fake_nominatim import village

NOW = datetime(2025, 7, 4, tzinfo=UTC)
ASKED = Question("Vyhadanivka", "UA", "Kharkiv Oblast")
UKRAINIAN = {"name": "Вигаданівка", "name:uk": "Вигаданівка", "name:en": "Vyhadanivka"}
LOCAL = {"namedetails": UKRAINIAN, "name": "Вигаданівка"}
DISTRICT = Question("Bronnyi District", "UA", "Kyiv City", "Kyiv")
IN_KYIV = {"suburb": "Bronnyi", "city": "Kyiv", "ISO3166-2-lvl4": "UA-30", "country_code": "ua"}


def answer(*results: dict[str, Any], question: Question = ASKED) -> Answer:
    return Answer("https://a.org", question, NOW, results)


def test_a_village_becomes_a_proposed_row_with_all_that_is_known(gazetteer: Gazetteer) -> None:
    row = read_answer(answer(village("x", **LOCAL)), gazetteer).proposal
    assert row is not None
    assert (row.name, row.alternates, row.kind) == ("Vyhadanivka", ("Вигаданівка",), "village")
    assert (row.admin1, row.country, row.parent) == ("Kharkiv Oblast", "UA", None)
    assert (row.latitude, row.longitude, row.status) == (50.0501, 36.2502, "proposed")
    assert row.radius_km == pytest.approx(1.1, abs=0.05), "a circle as large as a box of 2 by 2 km"
    assert row.source == "OpenStreetMap relation 4711, from https://a.org on 2025-07-04"
    assert (row.origin, row.licence, row.decided_by) == ("OpenStreetMap", "ODbL 1.0", None)


def test_a_point_has_no_radius_of_its_own(gazetteer: Gazetteer) -> None:
    row = read_answer(answer(village("Vyhadanivka", osm_type="node")), gazetteer).proposal
    assert row is not None
    assert row.radius_km is None


@pytest.mark.parametrize(
    "box", [None, ["1", "2"], ["a", "b", "c", "d"], ["51", "50", "36", "37"], ["50", "51", "-190", "37"]]
)
def test_a_box_that_is_none_gives_no_radius(box: object, gazetteer: Gazetteer) -> None:
    row = read_answer(answer(village("Vyhadanivka", boundingbox=box)), gazetteer).proposal
    assert row is not None
    assert row.radius_km is None


@pytest.mark.parametrize(
    "stated", [{"ISO3166-2-lvl4": "UA-63"}, {"ISO3166-2-lvl5": "UA-63", "state": "?"}, {"state": "Kharkiv Region"}]
)
def test_the_region_is_known_by_its_code_or_its_name(stated: dict[str, str], gazetteer: Gazetteer) -> None:
    row = read_answer(answer(village("Vyhadanivka", address={"country_code": "ua", **stated})), gazetteer).proposal
    assert row is not None
    assert row.admin1 == "Kharkiv Oblast"


AWAY = {"address": {"state": "Luhansk Oblast", "ISO3166-2-lvl4": "UA-09", "country_code": "ua"}}
ABROAD = {"address": {"state": "Kursk Oblast", "ISO3166-2-lvl4": "RU-KRS", "country_code": "ru"}}


@pytest.mark.parametrize(
    ("results", "why_not"),
    [
        ([], "knows no such place"),
        ([village("Vyhadanivka", **AWAY)], "no place of this name where"),
        ([village("Vyhadanivka", **ABROAD)], "no place of this name where"),
        ([village("Vyhadanivka", address={})], "no place of this name where"),
        ([village("Vyhadanivka", address=None)], "no place of this name where"),
        ([village("Inshe")], "no place of this name where"),
        ([village("Vyhadanivka Street")], "no place of this name where"),
        ([village("Vyhadanivka", **{"class": "highway", "type": "residential"})], "no place of this name where"),
        ([village("Vyhadanivka", **{"class": "waterway", "type": "river"})], "no place of this name where"),
        ([village("Vyhadanivka"), village("Vyhadanivka", lat="49.5")], "knows 2 places of this name there"),
    ],
)
def test_what_does_not_agree_with_the_reports_is_not_proposed(
    results: list[dict[str, Any]], why_not: str, gazetteer: Gazetteer
) -> None:
    reading = read_answer(answer(*results), gazetteer)
    assert reading.proposal is None
    assert why_not in (reading.why_not or "")


def test_one_place_drawn_twice_is_one_and_others_elsewhere_do_no_harm(gazetteer: Gazetteer) -> None:
    twice = (
        village("Vyhadanivka"),
        village("Vyhadanivka", osm_type="node", lat="50.051"),
        village("Vyhadanivka", **AWAY),
    )
    row = read_answer(answer(*twice), gazetteer).proposal
    assert row is not None
    assert row.latitude == 50.0501


def test_without_a_region_of_its_own_one_that_the_reports_name_must_hold_it(gazetteer: Gazetteer) -> None:
    told = answer(village("Vyhadanivka"), question=Question("Vyhadanivka", "UA"))
    assert read_answer(told, gazetteer, frozenset({"Kharkiv Oblast", "Sumy Oblast"})).proposal is not None
    assert read_answer(told, gazetteer, frozenset({"Sumy Oblast"})).proposal is None
    assert read_answer(told, gazetteer).proposal is not None


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"addresstype": "city"}, "city"),
        ({"addresstype": "town"}, "town"),
        ({"addresstype": "hamlet"}, "village"),
        ({"class": "place", "type": "hamlet"}, "village"),
        ({"addresstype": "administrative", "place_rank": 16}, "town"),
        ({"class": "aeroway", "type": "aerodrome"}, "site"),
        ({"class": "military", "type": "airfield"}, "site"),
        ({"class": "power", "type": "plant"}, "site"),
        ({"category": "power", "class": None, "type": "plant"}, "site"),
    ],
)
def test_kind_and_so_precision_follow_from_class_type_and_rank(
    changed: dict[str, Any], kind: str, gazetteer: Gazetteer
) -> None:
    row = read_answer(answer(village("Vyhadanivka", **changed)), gazetteer).proposal
    assert row is not None
    assert row.kind == kind
    assert kind in load_kinds()


def test_a_district_is_one_of_the_city_that_was_asked_for(gazetteer: Gazetteer) -> None:
    name = {"namedetails": {"name": "Бронний район", "name:en": "Bronnyi District"}, "addresstype": "city_district"}
    row = read_answer(answer(village("x", address=IN_KYIV, **name), question=DISTRICT), gazetteer).proposal
    assert row is not None
    assert (row.name, row.parent, row.kind, row.admin1) == ("Bronnyi District", "Kyiv", "city_district", "Kyiv City")
    elsewhere = IN_KYIV | {"city": "Odesa"}
    assert read_answer(answer(village("x", address=elsewhere, **name), question=DISTRICT), gazetteer).proposal is None
    settlement = village("Bronnyi", address=IN_KYIV)
    assert read_answer(answer(settlement, question=DISTRICT), gazetteer).proposal is None


def test_a_neighbourhood_without_a_city_is_no_row(gazetteer: Gazetteer) -> None:
    part = {"class": "place", "type": "suburb"}
    with_city = village("x")["address"] | {"city": "Kharkiv"}
    assert read_answer(answer(village("Vyhadanivka", **part)), gazetteer).proposal is None
    row = read_answer(answer(village("Vyhadanivka", address=with_city, **part)), gazetteer).proposal
    assert row is not None
    assert (row.kind, row.parent) == ("neighbourhood", "Kharkiv")


HOSTILE = ["=cmd()", "a|b", "two\nlines \x1b[2J", "<script>" * 30, "\u202eabc", 7, None, ["x"]]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_that_could_harm_a_file_or_a_terminal_are_left_out(name: object, gazetteer: Gazetteer) -> None:
    details = {"name": name, "name:en": "Vyhadanivka", "name:ru": name}
    row = read_answer(answer(village("x", name=name, display_name=name, namedetails=details)), gazetteer).proposal
    assert row is not None
    assert row.name == "Vyhadanivka"
    assert all(each.isprintable() and "|" not in each for each in row.alternates)


def test_another_licence_is_kept_in_its_words(gazetteer: Gazetteer) -> None:
    row = read_answer(answer(village("Vyhadanivka", licence="Our own survey, CC0")), gazetteer).proposal
    assert row is not None
    assert row.licence == "Our own survey, CC0"


def test_stored_answers_place_a_name_where_nothing_else_does(gazetteer: Gazetteer) -> None:
    twice = answer(village("Vyhadanivka"), village("Vyhadanivka", lat="49.5"), question=Question("Vyhadanivka", "UA"))
    assert stored_rows([twice], gazetteer) == ()
    rows = stored_rows([answer(village("Vyhadanivka")), answer()], gazetteer)
    assert [(row.name, row.status) for row in rows] == [("Vyhadanivka", "proposed")]
