"""Blocks and sentences: nothing is lost, abbreviations do not end a sentence, headings and list items stand alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extract.words.sentences import LONGEST, split

CASES = [
    ("Two died. Five were hurt.", ["Two died.", "Five were hurt."], "the plain case"),
    ("Gov. Oleh Kiper spoke. Mr. Kim did not.", ["Gov. Oleh Kiper spoke.", "Mr. Kim did not."], "a title is no end"),
    ("It hit at 11 a.m. Firemen came.", ["It hit at 11 a.m.", "Firemen came."], "a.m. before a capital ends"),
    ("On Jan. 21 shells fell.", ["On Jan. 21 shells fell."], "a month before a digit goes on"),
    ("J. Smith left. He was hurt.", ["J. Smith left.", "He was hurt."], "an initial is no end"),
    ("“It fell.” He ran.", ["“It fell.”", "He ran."], "a closing quote belongs to its sentence"),
    ("Drones struck the plant.[1] It burned.", ["Drones struck the plant.[1]", "It burned."], "a footnote mark"),
    ("Where? In Sumy! He fled…", ["Where?", "In Sumy!", "He fled…"], "other full stops"),
    ("Впали уламки. Шкоди немає.", ["Впали уламки.", "Шкоди немає."], "Ukrainian"),
    ("У с. Шестакове поранено чоловіка.", ["У с. Шестакове поранено чоловіка."], "Ukrainian for village"),
    ("Площадь 2000 кв. м, пожар потушен.", ["Площадь 2000 кв. м, пожар потушен."], "Russian square metres"),
    ("Heading\n\nA missile fell.", ["Heading", "A missile fell."], "a heading stands alone"),
    ("- Lutsk: a house.\n- Odesa: a port.", ["- Lutsk: a house.", "- Odesa: a port."], "list items"),
    (
        "The drone fell on the roof of a house in the\nnorth of the town. Nobody was hurt.",
        ["The drone fell on the roof of a house in the\nnorth of the town.", "Nobody was hurt."],
        "a line wrapped in mid-sentence",
    ),
    ("| A | fire |\n| B | hit |", ["| A | fire |", "| B | hit |"], "table rows"),
    ("20:30 Nine injured now.\n19:45 First death.", ["20:30 Nine injured now.", "19:45 First death."], "a live blog"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[c[2] for c in CASES])
def test_sentences(text: str, expected: list[str], reason: str) -> None:
    assert [text[s.start : s.end] for b in split(text) for s in b.sentences] == expected


def test_kinds_of_blocks() -> None:
    text = "Toll by town:\n- Lutsk: one dead\n| Kyiv | fire |\n\nThat is all."
    assert [b.kind for b in split(text)] == ["paragraph", "item", "row", "paragraph"]


@given(st.text(max_size=400))
def test_every_visible_character_lies_in_one_sentence(text: str) -> None:
    sentences = [s for b in split(text) for s in b.sentences]
    covered = "".join(text[s.start : s.end] for s in sentences)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(sentences))


@pytest.mark.parametrize("text", ["word " * 4000, "x" * 20_000, "one, two; " * 2000])
def test_a_sentence_without_an_end_is_read_in_pieces(text: str) -> None:
    sentences = [s for b in split(text) for s in b.sentences]
    assert all(s.end - s.start <= LONGEST for s in sentences)
    assert "".join(text[s.start : s.end] for s in sentences).strip() == text.strip()
    assert all(" " not in text or text[s.start - 1 : s.start] in ("", " ") for s in sentences), "no word is cut"


def test_a_line_that_opens_with_a_quotation_is_a_paragraph_of_its_own() -> None:
    text = "It fell on Friday evening, he told the two of us there.\n“I saw it,” she said."
    assert len(split(text)) == 2
