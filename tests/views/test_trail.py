"""The trail of play: how strong marks are drawn, and which stay as they are."""

import numpy as np

from dashboard.views.map import trail


def test_the_longer_ago_the_paler() -> None:
    days = np.array([109, 104, 100, 90, 120], dtype=np.int32)
    assert trail.strengths(days, (100, 109)) == [1.0, 0.6, 0.28, 0.2, 1.0]
    assert trail.strengths(days[:1], (109, 109)) == [1.0], "of a single day none is gone by"


def test_the_selected_mark_and_those_beyond_stay() -> None:
    marks: list[dict[str, object]] = [{}, {"selected": True}, {}, {"kind": "mention"}]
    trail.pale(marks, [0.4, 0.4, 1.0])
    assert marks == [{"strength": 0.4}, {"selected": True}, {}, {"kind": "mention"}]
