"""Leaves out words that are denied or only imagined: "no damage", "could hit", "if a drone hits"."""

from collections.abc import Sequence

from dashboard.extract.cues import Cue
from dashboard.extract.phrases import pattern
from dashboard.extract.spread import Cover

HARM = frozenset({"effect", "strike", "blast", "debris", "war"})
MERE_HARM = ("effect", "debris")  # what is denied of a strike that may have happened all the same: "no damage"
DENIED_SENSE = "denied"  # that of a cue for what a denied attack would have been
DENIED = (
    r"(?:<nothing>\s+(?:(?!<circumstance>)\w+\s+){0,6}"
    r"|<denying>\s+(?!<not_denying>)(?:(?!<circumstance>)\w+\s+){0,3}"
    r"|<denying_next>\s+(?:\w+\s+)?)$"
)
# "пожежі не виникло", "an arson was ruled out"
DENIED_BEHIND = r"(?:\s+[\w'’]+){0,3}\s+<denied_behind>"
WITHIN = 60  # characters between a denial and what it denies
# "could hit", "if a drone hits", "braced for another attack", "shelters against missiles": nothing that was so.
IMAGINED = (
    r"(?!May)<may>\s+(?!<may_well>)(?:[\w'’-]+\s+){0,3}<struck_word>"
    r"|<lest>\s[^.,;:!?–—]+"
    r"|(?<![\w,] )Чи\s[^.,;:!?–—]+"
    r"|(?:(?<=^)|(?<=[.:;!?“\"«] )|(?<=[“\"«]))<bids>\s+<article>\s[^.,;:!?]+"
    r"|<expecting>\s+(?:[\"“«]?[\w'’-]+\s+){0,5}[\"“«]?<struck_word>"
)


def so_indeed(cues: Sequence[Cue], text: str, weapons: frozenset[str]) -> list[Cue]:
    """The cues without those words of harm and of `weapons` that are imagined; a denied attack is marked as one."""
    imagined = Cover([m.span() for m in pattern(IMAGINED).finditer(text)])
    real = [c for c in cues if c.sense not in HARM | weapons or not imagined.touches(c.start, c.start + 1)]
    denied = {i for i, cue in enumerate(real) if cue.sense in HARM | weapons and _is_denied(cue, text)}
    kept = (i for i, cue in enumerate(real) if i not in denied or cue.sense not in MERE_HARM)
    return [real[i]._replace(sense=DENIED_SENSE, value=None) if i in denied else real[i] for i in kept]


def _is_denied(cue: Cue, text: str) -> bool:
    """Whether a word is denied right before it ("no damage") or right behind it ("пожежі не виникло")."""
    before = pattern(DENIED).search(text, max(0, cue.start - WITHIN), cue.start)
    return bool(before or pattern(DENIED_BEHIND).match(text, cue.end))
