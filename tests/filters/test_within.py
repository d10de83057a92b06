"""Which strikes lie in an area: by their point, or by more than half of their disc; which may; across the date line."""

import numpy as np
import pandas as pd
import pytest

from dashboard.filters.area import Area, lasso, parse
from dashboard.filters.within import REMEMBERED, Points

BOX = "50_36_51_37"


def within(text: str, *places: tuple[str | None, float | None, float | None, float]) -> tuple[list[bool], list[bool]]:
    """Which of some places (precision, latitude, longitude, radius in metres) lie in an area, and which may."""
    frame = pd.DataFrame(list(places), columns=["precision", "latitude", "longitude", "uncertainty_radius_m"])
    area = parse(text)
    assert area is not None
    found = Points(frame).within(area)
    return found.inside.tolist(), found.touching.tolist()


@pytest.mark.parametrize(
    ("place", "expected", "reason"),
    [
        (("site", 50.5, 36.5, 0.0), "in", "a point in it"),
        (("settlement", 49.99, 36.5, 6000.0), "out", "a town is drawn as a dot, and its dot is outside"),
        (("district", 50.01, 36.5, 4000.0), "in", "more than half of a disc"),
        (("district", 49.99, 36.5, 4000.0), "may", "less than half of it"),
        (("raion", 50.5, 36.5, 25000.0), "in", "a raion's disc as a whole"),
        (("admin1", 50.5, 36.5, 90000.0), "may", "its middle is in, most of its ring is not"),
        (("admin1", 50.5, 36.5, 30000.0), "in", "a small region"),
        (("raion", 50.5, 39.5, 25000.0), "out", "far away"),
        (("country", 50.5, 36.5, 600000.0), "out", "a country only"),
        ((None, None, None, np.nan), "out", "no place"),
    ],
)
def test_a_place(place: tuple[str | None, float | None, float | None, float], expected: str, reason: str) -> None:
    (inside,), (touching,) = within(BOX, place)
    assert ("in" if inside else "may" if touching else "out") == expected, reason


def test_an_area_across_the_date_line_holds_both_sides() -> None:
    inside, _ = within("50_170_60_190", ("site", 55.0, 175.0, 0.0), ("site", 55.0, -175.0, 0.0), ("site", 55.0, 0.0, 0))
    assert inside == [True, True, False]


def test_a_lasso_is_no_box() -> None:
    drawn = lasso([(50, 36), (51, 36), (51, 37)])
    assert drawn is not None
    inside, _ = within(drawn.text, ("site", 50.8, 36.2, 0.0), ("site", 50.2, 36.8, 0.0))
    assert inside == [True, False]


def test_an_area_is_worked_out_once_and_few_are_remembered() -> None:
    points = Points(
        pd.DataFrame({"precision": ["site"], "latitude": [50.5], "longitude": [36.5], "uncertainty_radius_m": [0.0]})
    )
    area = Area(((50.0, 36.0), (51.0, 37.0)))
    assert points.within(area) is points.within(area)
    first = points.within(area)
    for at in range(REMEMBERED):
        points.within(Area(((50.0, 36.0), (51.0, 37.0 + at + 1))))
    assert points.within(area) is not first
    assert points.within(area).inside.tolist() == [True]


def test_no_strikes_are_in_no_area() -> None:
    assert within(BOX) == ([], [])
