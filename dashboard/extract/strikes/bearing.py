"""Says whether a clause tells of something struck, and how much of a strike a draft holds."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dashboard.extract.clauses.passages import BY_MEANS_OF, WEAPONS, Clause
from dashboard.extract.clauses.waged import ON_A_PLACE
from dashboard.extract.strikes.draft import Draft
from dashboard.extract.strikes.subjects import is_of_something_else
from dashboard.extract.strikes.tallies import counts_fire, counts_fire_on_region
from dashboard.extract.words.phrases import pattern, phrase
from dashboard.extract.words.spread import Cover
from dashboard.extract.words.stretch import Stretch
from dashboard.records import Report

# "destroyed 12 drones", "12 drones were destroyed": not a word for damage there
DOWNED_BEHIND = r"\s+(?:(?!<by_means>)[\w,.'’-]+\s+){0,5}[«\"“]?"
DOWNED_BEFORE = r"[»\"”]?(?:\s+[\w,'’-]+){0,5}?(?:\s+<is_done>)?\s+"
ENGLISH_DONE = r"\s*(?:$|[,.;)]|<when_or_where>)"  # behind "drones destroyed": it was done to them
KILLED_BY = r"<killers>\s+(?:[\w'’-]+\s+){0,4}<did_harm>"  # "росіяни вбили двох": by fire, where nothing else is said
FLYING = frozenset({"drone", "missile"})
# "no damage", "no casualties or destruction", "разрушений и пострадавших нет"
HARMLESS = (
    r"<no_such>\s+(?:\w+\s+){0,3}?(?:<or>\s+(?:\w+\s+){0,2})?<harm>"
    r"|<harm>(?:,?\s+[\w'’-]+){0,5}?\s+<denied_behind>"
    r"|<harmless>"
)
USED = r"<attacking_side>\s+(?:also\s+)?<makes_use>\s"  # "in X district the enemy used drones and artillery"
DARK = "outage"  # the value of words for power, water or heating cut off
BESIDE_WEAPONS = 3  # words beside those for what was fired: "heavy artillery and a drone"
ONTO_A_NAME = r"\s+<onto>\s+[A-ZА-ЯІЇЄҐ]"


NOT_HIT = (
    "intercepted",
    "launch",
    "alert",
    "generic",
    "unreal",
)  # of things fired that struck nothing for sure


class _Signs(NamedTuple):
    """What a clause holds of a strike: something fired, something that struck, that was stopped, that had an effect."""

    weapon: bool
    struck: bool
    stopped: bool
    effect: bool


def bears(
    clause: Clause, text: str, told: bool, company: Sequence[Clause] = (), headed: bool = False, dated: bool = False
) -> bool:
    """Whether a clause tells of something struck.

    `told` says that a strike is already being told of, `headed` that a place stands over the clause, `dated` that it
    tells of a day; `company` are the
    clauses of its sentence.
    """
    if is_of_something_else(clause, text, company):
        return False
    if clause.has("strike") and (counts_fire_on_region(clause.words) or (dated and _counts_fire_in(company, clause))):
        return True
    signs = _signs(clause, text, company)
    if clause.toll:
        company_strikes = any(c.has("strike") or c.weapons for c in company)
        return signs.struck or signs.weapon or signs.effect or told or company_strikes
    if _nothing_hit(clause, text, signs):
        return False
    return _hit(clause, text, signs, told, company, headed, dated)


def _counts_fire_in(company: Sequence[Clause], clause: Clause) -> bool:
    """Whether a clause counts the fire on an area its sentence names: "96 attacks: that was Monday in X region"."""
    areas = (p for c in company for p in c.placed("at") if p.place and p.place.precision in ("raion", "admin1"))
    if any(c.has(*NOT_HIT) for c in company):
        return False
    return any(areas) and counts_fire(clause.words)


def strong(clause: Clause) -> bool:
    """Whether a clause by itself tells of a strike: somebody or something hit, by something fired."""
    return bool(clause.toll) or clause.hits


def is_told(draft: Draft) -> bool:
    """Whether a draft by itself tells of a strike: one of its clauses does, or says on a known day what was struck."""
    if any(map(strong, draft.clauses)):
        return True
    return draft.interval is not None and any(
        c.has("strike") and c.has("motion") and c.has("object") for c in draft.clauses
    )


def is_harmless(words: Stretch) -> bool:
    """Whether words say that nothing came of an attack."""
    return words.find(HARMLESS) is not None


def is_hard(draft: Draft, leniently: bool) -> bool:
    """Whether a draft tells both what was fired and whom or what it hit.

    Taken `leniently`, a weapon told of behind it will do, or an attack with a date.
    """
    told = [c for c in draft.clauses if not c.has("notstrike")]
    attacked = bool(draft.told_weapons) or (bool(draft.dates) and any(c.has("strike") for c in told))
    fired = any(c.weapons or c.has("war", "debris") for c in told) or (leniently and attacked)
    return fired and any(c.has("object", "effect") or c.toll for c in told)


def has_core(draft: Draft, report: Report) -> bool:
    """Whether a draft tells of somebody hurt or something damaged, and not just of something fired."""
    armed = {c.sentence for c in draft.clauses if c.weapons and not c.has(*NOT_HIT)}
    return any(
        c.toll
        or (c.has("effect") and not is_harmless(c.words))
        or (c.has("object") and (c.weapons or c.has("strike") or c.sentence in armed))
        or (c.has("victim") and c.weapons and c.has("strike", "motion"))
        or (c.has("shelled") and bool(draft.dates))
        or (_fired_and_struck(c) and (c.placed("at") or not c.places) and not c.has(*NOT_HIT))
        or (draft.tally and c.has("strike"))
        or _hurt_nobody(c)
        for c in draft.clauses
    )


def _hurt_nobody(clause: Clause) -> bool:
    """Whether a clause says that fire on a place hurt nobody: "the shelling of Nikopol caused no casualties"."""
    fired = clause.has("war") and clause.weapons and clause.placed("at") and not clause.has(*NOT_HIT)
    return bool(fired) and any(figure.negated for figure in clause.figures)


def _fired_and_struck(clause: Clause) -> bool:
    """Whether a clause names what was fired, and in another word that it struck."""
    fired = {cue.start for cue in clause.weapons}
    return bool(fired) and any(cue.sense == "strike" and cue.start not in fired for cue in clause.cues)


def _signs(clause: Clause, text: str, company: Sequence[Clause]) -> _Signs:
    weapon = bool(clause.weapons)
    reaches = clause.has("motion") and any(c.has("object", "effect", "victim") or c.toll for c in (clause, *company))
    struck = clause.has("strike") or (weapon and reaches) or clause.words.find(KILLED_BY) is not None
    stopped = clause.has("intercepted") or is_downed(clause, text)
    defended = stopped or clause.has("defence")
    damaged = clause.has("effect") and not (defended and _only_downed(clause, text))
    damaged = damaged and (weapon or struck or not _only_dark(clause))
    fell = clause.has("debris") and (clause.has("object") or (struck and not stopped))
    fell = fell or (stopped and clause.has("fell") and _onto(clause) and not clause.words.says("open_ground"))
    return _Signs(weapon, struck, stopped, damaged or fell)


def _onto(clause: Clause) -> bool:
    """Whether a clause names what something fell on, in another word than what was fired."""
    fired = {cue.start for cue in clause.weapons}
    return any(cue.sense == "object" and cue.start not in fired for cue in clause.cues)


def is_downed(clause: Clause, text: str) -> bool:
    """Whether what flies is named as what was destroyed."""
    flying = [cue for cue in clause.weapons if cue.value in FLYING]
    if not flying:
        return False
    for found in clause.words.find_all("<destroying>"):
        for cue in flying:
            if cue.start >= found.end():
                behind = pattern(DOWNED_BEHIND).fullmatch(text, found.end(), cue.start)
                if behind and not text[cue.start : cue.end].endswith(BY_MEANS_OF):
                    return True
            elif before := pattern(DOWNED_BEFORE).fullmatch(text, cue.end, found.start()):
                passive = phrase("done").match(text, found.start()) or phrase("is_done").search(before.group())
                if passive or pattern(ENGLISH_DONE).match(text, found.end()):
                    return True
    return False


def _is_bare(clause: Clause, text: str) -> bool:
    """Whether a clause says no more than what was fired: "two guided bombs", "artillery and drones"."""
    read = [(c.start, c.end) for c in clause.cues if c.sense in WEAPONS or c.sense == "actor"]
    known = Cover([*read, *((d.start, d.end) for d in clause.dates)])
    words = re.finditer(r"[^\W\d]+", text[clause.start : clause.end])
    beside = [m for m in words if not known.touches(clause.start + m.start(), clause.start + m.end())]
    return bool(clause.weapons) and len(beside) <= BESIDE_WEAPONS


def _only_downed(clause: Clause, text: str) -> bool:
    """Whether "destroyed" is all the effect that a clause about downed drones has."""
    effects = [cue for cue in clause.cues if cue.sense == "effect"]
    return all(phrase("destroying").match(text, cue.start) for cue in effects) and not clause.has("object")


def _only_dark(clause: Clause) -> bool:
    """Whether power or water cut off is all the effect that a clause tells of: it may be that of a strike elsewhere."""
    return all(cue.value == DARK for cue in clause.cues if cue.sense == "effect")


def _nothing_hit(clause: Clause, text: str, signs: _Signs) -> bool:
    """Whether a clause without a toll tells of fighting, of fire that was stopped, heard, feared or harmless."""
    weapon, struck, stopped, effect = signs
    words = clause.words
    if clause.has("ground") and not (effect or weapon):
        return True
    if stopped and not effect:
        return True
    if clause.has("generic") and not clause.placed("at"):
        return True
    damaged = clause.has("effect") and not _only_downed(clause, text)
    if (is_harmless(words) and not damaged) or (clause.has("alert") and not (effect or struck)):
        return True
    if words.says("open_ground") and not (
        clause.has("effect", "object") or (struck and weapon and not clause.has("fell"))
    ):
        return True
    heard = words.says("heard") or (clause.has("blast") and not weapon)
    if heard and not effect and not clause.has("object"):
        return True
    if effect and not weapon and not struck and words.says("to_come"):
        return True
    return (clause.has("labour") and not weapon) or (clause.has("supply") and not effect)


def _hit(
    clause: Clause, text: str, signs: _Signs, told: bool, company: Sequence[Clause], headed: bool, dated: bool
) -> bool:
    """Whether what is told of in a clause without a toll reached something."""
    weapon, struck, _, effect = signs
    if (weapon and (struck or effect)) or (struck and effect):
        return True
    at = bool(clause.placed("at"))
    armed = any(c.weapons and not c.has(*NOT_HIT, "supply") for c in company if c is not clause)
    hits = (
        clause.hits
        or (armed and dated and clause.has("object", "effect"))
        or (clause.has("debris") and clause.has("object", "effect"))
    )
    fired_at = headed and (any(cue.value == "shelling" for cue in clause.weapons) or _is_bare(clause, text))
    if (((at or headed or dated) and hits) or fired_at) and not clause.has(*NOT_HIT, "supply"):
        return True
    fired = [cue for cue in clause.cues if cue.sense in WEAPONS or cue.sense == "strike"]
    if at and any(pattern(ONTO_A_NAME).match(text, cue.end) for cue in fired):
        return True
    if at and struck and any(cue.value == ON_A_PLACE for cue in clause.cues) and not clause.has(*NOT_HIT):
        return True
    others = [c for c in company if c is not clause]
    if struck and any(c.toll for c in others):
        return True
    if effect and any((c.weapons or c.has("strike")) and not c.has(*NOT_HIT) for c in others):
        return True
    if at and weapon and clause.has("launch") and clause.words.says("aimed"):
        return True
    if at and weapon and clause.words.find(USED):
        return True
    if clause.has("object") and (struck or (weapon and told)):
        return True
    return (told and (struck or effect)) or (effect and clause.part == "title")
