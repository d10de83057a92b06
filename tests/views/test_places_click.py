"""Which place a click on the map of the Places page means."""

from typing import Any

import pytest

from dashboard.views.places.on_map import clicked


@pytest.mark.parametrize(
    ("answer", "before", "strike", "reason"),
    [
        ({"last_active_drawing": {"properties": {"id": "a"}}, "last_object_clicked_count": 3}, 0, "a", "a click"),
        (
            {"last_active_drawing": {"properties": {"id": "a"}}, "last_object_clicked_count": 6},
            3,
            "a",
            "the same again",
        ),
        ({"last_active_drawing": {"properties": {"id": "a"}}, "last_object_clicked_count": 3}, 3, None, "nothing new"),
        ({"last_active_drawing": {"properties": {}}, "last_object_clicked_count": 3}, 0, None, "a mention"),
        ({"last_active_drawing": None, "last_object_clicked_count": 0}, None, None, "a map just made"),
        ({}, None, None, "no answer yet"),
    ],
)
def test_a_click_is_told_from_an_old_one(answer: dict[str, Any], before: int, strike: str | None, reason: str) -> None:
    assert clicked(answer, before) == strike, reason
