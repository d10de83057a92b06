"""Terms are found whole, longest first, in all their senses; a star stands for any ending."""

import pytest

from dashboard.extract.clauses.cues import Lexicon, Words, cues_of
from dashboard.terms import Term

TERMS = (
    Term("strike", "en", "strike", None),
    Term("strike a deal", "en", "hides", None),
    Term("air strike", "en", "airstrike", "airstrike"),
    Term("дрон*", "uk", "drone", "drone"),
    Term("Grad", "en", "shelling", "shelling"),
    Term("S-300", "en", "missile", "missile"),
    Term("Kh-*", "en", "missile", "missile"),
)
CASES = [
    ("They strike a deal", [], "a longer term that only hides the shorter"),
    ("An air strike hit", [("air strike", "airstrike")], "two words"),
    ("уламки дронів", [("дронів", "drone")], "a stem takes any ending"),
    ("a Grad rocket and a grad student", [("Grad", "shelling")], "a capital is matched as written"),
    ("An S-300 missile", [("S-300", "missile")], "a hyphen and digits are part of a word"),
    ("A Kh-101 fell", [("Kh-101", "missile")], "a stem may end in a hyphen"),
    ("striker", [], "no part of a word"),
    ("STRIKE", [("STRIKE", "strike")], "capitals in the text do not matter"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[c[2] for c in CASES])
def test_find(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert [(text[c.start : c.end], c.sense) for c in Lexicon(TERMS).find(Words(text))[0]] == expected


def test_the_shipped_words_load_and_tell_a_deal_from_a_drone() -> None:
    cues = cues_of("Kyiv hopes to strike a deal, but a drone struck a house.")["strike_words"]
    assert [c.sense for c in cues] == ["drone", "strike", "object"]
