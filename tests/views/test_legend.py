"""The legend: how many strikes of those drawn have each sign, and how the number killed is drawn."""

import re

import pandas as pd

from dashboard.views import legend


def entries(html: str) -> dict[str, str]:
    """The words of the legend and the numbers beside them."""
    found = re.findall(r'<span class="entry"[^>]*><img[^>]*>([^<]*)(?:<span class="n">([^<]*)</span>)?</span>', html)
    return dict(found)


def test_each_sign_is_counted_among_the_strikes_drawn(strikes: pd.DataFrame) -> None:
    told = entries(legend.html(strikes, None, dark=False))
    assert (told["Airstrike"], told["Shelling"], told["Drone"]) == ("1", "1", "2")
    assert (told["Confirmed"], told["Claimed"]) == ("4", "1")
    assert told[legend.EXACTNESS["ring"]] == "1"
    assert "Other or unknown" not in told, "the country's strike has no mark"


def test_none_killed_is_drawn_unlike_not_stated(strikes: pd.DataFrame) -> None:
    html = legend.html(strikes, None, dark=True)
    signs = dict(re.findall(r"(<img[^>]*>)([^<]+)", html))
    by_words = {words: sign for sign, words in signs.items()}
    assert by_words["none"] != by_words["not stated"] != by_words["1"]


def test_an_empty_map_has_no_signs(strikes: pd.DataFrame) -> None:
    assert entries(legend.html(strikes.iloc[:0], None, dark=False)) == {}
