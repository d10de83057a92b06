"""What the browser tells of an area, which is a claim; and the line of words about it."""

import math
from typing import Any

import pytest

from dashboard.filters.area import box
from dashboard.views.map import area_tool


def test_a_box_and_a_line_are_areas() -> None:
    assert area_tool.area_of({"box": [49.0, 35.0, 50.0, 36.5]}) == box(49, 35, 50, 36.5)
    drawn = area_tool.area_of({"line": [[49, 35], [50, 35], [50, 37], [49, 36.9]]})
    assert drawn is not None
    assert len(drawn.corners) == 4


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"box": "49"},
        {"box": [49, 35, 50]},
        {"box": [49, 35, 48, 36]},
        {"box": [49, None, 50, 36]},
        {"box": {"south": 49}},
        {"line": [[49, 35]]},
        {"line": 7},
        {"line": [[49, "x"]] * 9},
        {"line": [[math.nan, 35.0]] * 9},
        {"line": [[49, 35, 2]] * 9},
    ],
)
def test_what_is_no_area(told: dict[str, Any]) -> None:
    assert area_tool.area_of(told) is None


def test_the_words_say_what_is_in_and_what_may_be() -> None:
    assert area_tool.said(3, 2, 1, reaching=False) == (
        "**In the area drawn: 3 strikes** · 2 more may lie inside · 1 is known by country or not at all"
    )
    assert area_tool.said(1, 0, 0, reaching=False) == "**In the area drawn: 1 strike**"
    assert area_tool.said(5, 2, 0, reaching=True) == (
        "**In or around the area drawn: 5 strikes** · 2 of them only may lie inside"
    )
