"""How sure a strike is, after who says so."""

import pytest

from dashboard.extract.accounts.standing import standing
from dashboard.geocode import Gazetteer
from tests.extract.read_clauses import clauses_of

HIT = "Russian drones hit a depot in Poltava."
CASES = [
    (HIT, "", False, "confirmed", None, "plain fact"),
    ("Russian drones hit Poltava, the governor said.", "", False, "confirmed", None, "an authority of the place"),
    ("The Russian Defence Ministry said it struck Poltava.", "", False, "claimed", "Russia", "the attacker alone"),
    (HIT, "Russia denied striking Poltava.", False, "disputed", "Ukraine", "the side accused denies it"),
    (HIT, "Russia denied targeting civilians.", False, "confirmed", None, "what is denied is the aim"),
    (HIT, "The report could not be independently verified.", False, "unconfirmed", None, "nobody could check it"),
    ("Drones hit Poltava, Telegram channels reported.", "", False, "unconfirmed", None, "channels alone"),
]


@pytest.mark.parametrize(
    ("told", "after", "occupied", "status", "claimed_by", "reason"), CASES, ids=[c[5] for c in CASES]
)
def test_standing(
    told: str, after: str, occupied: bool, status: str, claimed_by: str | None, reason: str, gazetteer: Gazetteer
) -> None:
    text = f"{told} {after}".strip()
    clauses = clauses_of(text, gazetteer)
    own = [c for c in clauses if c.start < len(told)]
    found = standing(own, clauses, "Ukraine", "Russia", occupied, text)
    assert (found.status, found.claimed_by) == (status, claimed_by)
