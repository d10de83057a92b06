"""Leaves out words that are denied or only imagined: "no damage", "could hit", "if a drone hits"."""

from bisect import bisect_right
from collections.abc import Sequence

from dashboard.extract.clauses.cues import Cue
from dashboard.extract.words.spread import Cover
from dashboard.extract.words.stretch import Stretch

HARM = frozenset({"effect", "strike", "blast", "debris", "war"})
MERE_HARM = ("effect", "debris")  # what is denied of a strike that may have happened all the same: "no damage"
DENIED_SENSE = "denied"  # that of a cue for what a denied attack would have been
DENIED = (
    r"<nothing>\s+(?:(?!<circumstance>)\w+\s+){0,6}$"
    r"|<denying>\s+(?!<not_denying>)(?:(?!<circumstance>)\w+\s+){0,3}$"
    r"|<denying_next>\s+(?!<not_denying>)(?:\w+\s+)?(?:<or>\s+(?:\w+\s+)?)?$"
)
# "пожежі не виникло", "an arson was ruled out"
DENIED_BEHIND = r"(?:\s+[\w'’]+){0,3}\s+<denied_behind>"
WITHIN = 60  # characters between a denial and what it denies
# "could hit", "if a drone hits", "braced for another attack", "shelters against missiles": nothing that was so.
IMAGINED = (
    r"(?!May)<may>\s+(?!<may_well>)(?:(?!<circumstance>)[\w'’-]+\s+){0,3}<struck_word>"
    r"|<lest>\s[^.,;:!?–—]+"
    r"|(?<![\w,] )(?=[А-ЯІЇЄҐ])<asks_whether>\s[^.,;:!?–—]+"
    r"|(?:(?<=^)|(?<=[.:;!?“\"«] )|(?<=[“\"«]))<bids>\s+<article>\s[^.,;:!?]+"
    r"|<expecting>\s+(?:[\"“«]?[\w'’-]+\s+){0,5}[\"“«]?<struck_word>"
)


def so_indeed(cues: Sequence[Cue], sentences: Sequence[Stretch], weapons: frozenset[str]) -> list[Cue]:
    """The cues without those words of harm and of `weapons` that are imagined; a denied attack is marked as one.

    `sentences` are those of the text.
    """
    imagined = Cover([m.span() for sentence in sentences for m in sentence.find_all(IMAGINED)])
    told = HARM | weapons
    real = [c for c in cues if c.sense not in told or not imagined.touches(c.start, c.start + 1)]
    starts = [sentence.start for sentence in sentences]
    harm = ((i, cue) for i, cue in enumerate(real) if cue.sense in told)
    denied = {i for i, cue in harm if _is_denied(cue, sentences[bisect_right(starts, cue.start) - 1])}
    kept = (i for i, cue in enumerate(real) if i not in denied or cue.sense not in MERE_HARM)
    return [real[i]._replace(sense=DENIED_SENSE, value=None) if i in denied else real[i] for i in kept]


def _is_denied(cue: Cue, sentence: Stretch) -> bool:
    """Whether a word is denied right before it ("no damage") or right behind it ("пожежі не виникло")."""
    start, end = max(sentence.start, cue.start - WITHIN), sentence.end
    before = sentence._replace(start=start, end=cue.start).find(DENIED)
    return bool(before or sentence._replace(start=cue.end, end=end).opens(DENIED_BEHIND))
