"""Finds the places that "the former" and "the latter", "in one" and "in the other" point back to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.strikes.scene import Scene
from dashboard.extract.words.phrases import pattern
from dashboard.records import Occurrence, Span

SIGNS = (",", ".", ";", ":", "")
OF_THEM = re.compile(r"\s(?:of|з|из)\s")  # "in the first of these towns"
BACK = 1  # paragraphs back that a word may point
GOES_ON = r"\s+<points_on>"
POINTED = "the one of the two last told of"


def pointed(scene: Scene, clauses: Sequence[Clause], text: str) -> list[Clause]:
    """The clauses of a sentence, where it points back with the places of the two last strikes, or the two it names."""
    forms = "<former>", "<latter>"
    former, latter = (next(_alone(form, clauses, text), None) for form in forms)
    if not (former or latter):
        return list(clauses)
    if latter and not former:  # "six were hurt in one and two in the other"
        former = next((m for m in clauses[0].whole.find_all("<in_one>") if m.start() < latter.start()), None)
    here = [p for c in clauses for p in c.precise("at")]
    first = min(words.start() for words in (former, latter) if words)
    if any(p.occurrence.span.start > first for p in here) or len(here) not in (0, 2):
        return list(clauses)
    told = (d.place for d in scene.drafts if d.place and d.clauses and _is_near(d.clauses[-1], clauses[0]))
    two = {place.key: place for place in ((p.place for p in here) if here else told) if place}
    headed = [p.place for p in scene.header if p.place]  # "Sumy and Konotop. In the first of these towns ..."
    last = headed if len(headed) == 2 and not (here or scene.touched) else list(two.values())[-2:]
    if len(last) < 2:
        return list(clauses)
    found = list(clauses)
    for words, place in zip((former, latter), last, strict=True):
        if words is None:
            continue
        at = next(n for n, c in enumerate(found) if c.start <= words.start() < c.end)
        name = Occurrence(Span(words.start(), words.end(), found[at].part), words.group(), place, POINTED)
        found[at] = replace(found[at], places=(*found[at].places, Placed(name, "at")))
    return found


def _alone(form: str, clauses: Sequence[Clause], text: str) -> Iterator[re.Match[str]]:
    """Where a word for one of two stands without a noun, which would make it "the former mayor"."""
    for words in clauses[0].whole.find_all(form):
        alone = any(0 <= f.start - words.end() <= 1 for c in clauses for f in c.figures) or OF_THEM.search(
            words.group()
        )
        if alone or text[words.end() : words.end() + 1] in SIGNS or pattern(GOES_ON).match(text, words.end()):
            yield words


def _is_near(told: Clause, here: Clause) -> bool:
    return told.part == here.part and here.sentence.block - told.sentence.block <= BACK
