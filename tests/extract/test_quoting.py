"""The sentence that best supports a strike's place and figures."""

import pytest

from dashboard.extract.accounts.quoting import quote_span
from dashboard.extract.accounts.toll import toll
from dashboard.extract.casualties import Figure
from dashboard.extract.strikes.draft import Draft
from dashboard.geocode import Gazetteer
from dashboard.records import Part
from tests.extract.read_clauses import clauses_of

CASES = [
    (
        "A drone hit Sumy. It burned. Nobody was hurt, he said.",
        "A drone hit Sumy. It burned. Nobody was hurt, he said.",
        "three sentences at most, from the place to the figures",
    ),
    ("TWO DEAD IN SUMY\n\nA drone killed two people in Sumy.", "A drone killed two people in Sumy.", "no heading"),
    ("It was dark. A drone hit Sumy. It rained.", "A drone hit Sumy.", "the sentence that names the place"),
    ("A drone hit Sumy. Two people were killed.", "A drone hit Sumy. Two people were killed.", "place, then figures"),
    (
        "A drone hit Sumy. It rained. It snowed. Two people were killed.",
        "Two people were killed.",
        "the figures, where they stand apart",
    ),
    (
        "- Sumy: a drone. Two people were killed.\n- Poltava: a fire.",
        "- Sumy: a drone. Two people were killed.",
        "item",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[c[2] for c in CASES])
def test_quote(text: str, expected: str, reason: str, gazetteer: Gazetteer) -> None:
    clauses = clauses_of(text, gazetteer)
    names = [p for c in clauses for p in c.precise("at", "speaker") if p.occurrence.text == "Sumy"]
    figures: list[tuple[Figure, Part]] = [(figure, "body") for c in clauses for figure in c.figures]
    draft = Draft(None, names=names, clauses=list(clauses), figures=figures)
    span = quote_span(draft, (toll("killed", figures), toll("injured", figures)), clauses)
    assert text[span.start : span.end] == expected
