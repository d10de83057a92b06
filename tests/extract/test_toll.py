"""One number killed and one injured, out of all figures that a report gives for a strike."""

import pytest

from dashboard.extract.accounts.toll import NOT_STATED, toll
from dashboard.extract.casualties import Figure, find_casualties
from dashboard.records import Part

CASES = [
    ("Two people were killed.", 2, None, "the only figure"),
    ("Two people were killed. Three people were killed.", 3, None, "the higher of two"),
    ("Two people were killed. The death toll has risen to five.", 5, None, "the newest"),
    ("Nobody was killed.", 0, None, "zero where it is said"),
    ("A house burned.", None, None, "not stated"),
    ("Two people were killed and seven injured.", 2, 7, "both"),
    ("A strike injured a guard; no staff were killed.", None, 1, "no nought where others were hurt"),
    ("Nobody was inside the van. Two passers-by were hurt.", None, 2, "nobody there, but others beside it"),
    ("No staff were hurt.", 0, 0, "all there were, for all that is said"),
    ("One man was killed. There are no wounded.", 1, 0, "a nought beside a death"),
    ("Загинули двоє людей, семеро поранені.", 2, 7, "Ukrainian"),
]


@pytest.mark.parametrize(("text", "killed", "injured", "reason"), CASES, ids=[c[3] for c in CASES])
def test_toll(text: str, killed: int | None, injured: int | None, reason: str) -> None:
    figures: list[tuple[Figure, Part]] = [(figure, "body") for figure in find_casualties(text)]
    assert (toll("killed", figures).best, toll("injured", figures).best) == (killed, injured)


def test_what_is_not_stated_is_no_zero() -> None:
    assert toll("killed", []) is NOT_STATED
    assert NOT_STATED.best is None
