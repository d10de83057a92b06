"""Areas: made of what was drawn, written as an address has them and read again; anything else is none."""

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters.area import CORNERS, Area, box, lasso, parse

LATITUDES = st.floats(-85, 85)
LONGITUDES = st.floats(-540, 540)


def test_a_box_is_rounded_to_what_its_size_needs() -> None:
    assert box(49.1234567, 36.0000001, 50.3000001, 37.5123456) == Area(((49.12, 36.0), (50.3, 37.51)))
    assert box(49.1234567, 36.0000001, 49.1334567, 36.0123456) == Area(((49.1235, 36.0), (49.1335, 36.0123)))


def test_an_address_holds_plain_numbers() -> None:
    made = box(-1.5, 123.4567, 2, 124.5)
    assert made is not None
    assert made.text == "-1.5_123.46_2_124.5"
    assert made.outline == ((-1.5, 123.46), (2.0, 123.46), (2.0, 124.5), (-1.5, 124.5))


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_a_box_comes_back_from_its_address(south: float, west: float, north: float, east: float) -> None:
    made = box(south, west, north, east)
    assert made is None or parse(made.text) == made


@given(st.lists(st.tuples(LATITUDES, st.floats(-180, 180)), max_size=40))
def test_a_lasso_comes_back_from_its_address(points: list[tuple[float, float]]) -> None:
    made = lasso(points)
    assert made is None or (parse(made.text) == made and 3 <= len(made.corners) <= CORNERS)


def test_a_line_drawn_freely_keeps_its_form_with_few_corners() -> None:
    circle = [(49 + math.sin(at / 100), 36 + 1.5 * math.cos(at / 100)) for at in range(629)]
    made = lasso(circle)
    assert made is not None
    assert 8 <= len(made.corners) <= CORNERS
    before, after = Area(tuple(circle)).shape(), made.shape()
    assert shapely.area(before.symmetric_difference(after)) < 0.05 * shapely.area(before)


def test_all_that_a_line_goes_around_is_in_however_it_crosses_itself() -> None:
    star = [(math.cos(4 * math.pi * at / 5), math.sin(4 * math.pi * at / 5)) for at in range(5)]
    made = lasso(star)
    assert made is not None
    assert shapely.contains_xy(made.shape(), 0.5, 0.5), "the middle of a star, that its line goes around twice"


def test_longitudes_of_another_turn_of_the_world_are_brought_back() -> None:
    assert parse("50_530_60_550") == parse("50_170_60_190") == Area(((50.0, -190.0), (60.0, -170.0)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("here", "words"),
        ("1_2_3", "a number is missing"),
        ("1_2_3_4_5", "another one is"),
        ("51_34_49_36", "south of it lies north"),
        ("49_36_51_34", "west of it lies east"),
        ("49_34_49_36", "a line"),
        ("49_34_50_34_51_34", "corners in one line"),
        ("nan_34_51_36", "no number"),
        ("1e1_34_51_36", "no plain number"),
        ("49_34_151_36_50_35", "beyond the pole"),
        ("_".join(["49", "36"] * 500), "far too many"),
        ("49_34_51_36'; DROP TABLE strikes", "no syntax"),
    ],
)
def test_what_is_no_area(text: str, reason: str) -> None:
    assert parse(text) is None, reason


@pytest.mark.parametrize("points", [[], [(1.0, 1.0)] * 9, [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)], [(math.nan, 0.0)] * 3])
def test_what_goes_around_nothing(points: list[tuple[float, float]]) -> None:
    assert lasso(points) is None


def test_its_edges_go_around_all_corners() -> None:
    area = parse("49_35_51_36_50_37")
    assert area is not None
    assert area.edges == ((49.0, 35.0), (51.0, 37.0))
