"""Says whether a draft tells plainly of a strike: what was fired, that it struck, and whom or what."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from dashboard.extract.clauses.denied import DENIED_SENSE
from dashboard.extract.clauses.passages import WEAPONS, Clause
from dashboard.extract.strikes.bearing import is_downed
from dashboard.extract.strikes.draft import FINE, Draft, names_a_day
from dashboard.extract.strikes.event_days import is_since
from dashboard.extract.words.phrases import phrase
from dashboard.extract.words.spread import Cover
from dashboard.records import Report, Span

OLDEST = timedelta(days=180)
QUOTED = re.compile(r"[«“\"](?:[^\s«»“”\"]+\s+){1,4}[^\s«»“”\"]+[»”\"]")  # what is said, in a few words: "a direct hit"
# Words beside which a weapon and something hit make no strike; of the second kind unless somebody was hit.
UNPLAIN = (DENIED_SENSE, "denial", "cause", "notstrike", "drill", "unreal", "sport", "past")
AT_LARGE = ("generic", "statistic", "memory")  # of a long time, unless a day is named
FIRM = WEAPONS - {"loose"}
OTHER_TRADES = ("market", "labour", "supply", "alert")
ELSE = (*UNPLAIN, *OTHER_TRADES, *AT_LARGE, "ground")
NO_TRADE = frozenset(ELSE) - {"labour"}
AT_ONCE, IN_ONE_BREATH = 60, 40  # characters between what was fired, that it struck, and what


def speaks_of_else(clauses: Sequence[Clause], report: Report) -> bool:
    """Whether a report anywhere denies a strike or speaks of something else than recent strikes."""
    return any(_is_of_else(clause) or _is_old(clause, report) for clause in clauses)


def tells_more_of_else(clauses: Sequence[Clause], report: Report) -> bool:
    """Whether more sentences of a report deny a strike or speak of something else than tell plainly of a strike."""
    plain = other = 0
    for sentence in _sentences(clauses).values():
        if _is_plain(sentence, report, counted=False):
            plain += 1
        else:
            other += any(_is_of_else(c) or (c.weapons and c.whole.says("may")) for c in sentence)
    return other > plain


def _is_of_else(clause: Clause) -> bool:
    """Whether a clause denies a strike or speaks of something else: trades, but not two teachers who were killed."""
    return clause.has(*ELSE) and not (clause.toll and clause.senses.isdisjoint(NO_TRADE))


def is_dated_there(draft: Draft) -> bool:
    """Whether a paragraph that tells of it names its day."""
    dated = draft.dated
    if dated is None or dated.reading.granularity not in FINE:
        return False
    day = dated.reading.start
    return any(c.part == dated.part and c.block.start <= day < c.block.end for c in draft.clauses)


def is_under_fire(report: Report, body: Sequence[Clause]) -> bool:
    """Whether a report tells of an attack without naming a place, and of nothing that is none.

    Whom it says to be hurt, be it in sentences before, was hurt by that.
    """
    if speaks_of_else(body, report):
        return False
    return any(
        c.weapons and c.has("strike") and not c.has("intercepted", "launch", "unreal") and not c.precise("at", "over")
        for c in body
    )


def tells_plainly(draft: Draft, report: Report, named: bool = False, near: bool = False, firm: bool = False) -> bool:
    """Whether a sentence of it says what was fired and that it struck, and there or further on whom or what.

    `named` asks that the same sentence names its place, `near` that its paragraph does, `firm` that it names
    a weapon of war: no rocket, bomb or blast of whatever kind, unless one of a side.
    """
    sentences = _sentences(draft.clauses)
    names = {name.occurrence.span for name in draft.names} if named else set()
    told = [s for s in sentences.values() if not named or any(p.occurrence.span in names for c in s for p in c.places)]
    if near:
        spans = [n.occurrence.span for n in draft.names]
        told = [s for s in told if any(_holds(s[0], span) for span in spans)]
    if firm:
        sided = [s for s in told if any(c.has("actor") for c in s) and any(c.weapons for c in s)]
        told = [s for s in told if s in sided or any(c.has(*FIRM) for c in s)]
    return any(_is_plain(sentence, report, draft.counted) for sentence in told)


def _sentences(clauses: Sequence[Clause]) -> dict[tuple[str, int], list[Clause]]:
    sentences: defaultdict[tuple[str, int], list[Clause]] = defaultdict(list)
    for clause in clauses:
        sentences[clause.part, clause.sentence.start].append(clause)
    return sentences


def _holds(clause: Clause, span: Span) -> bool:
    """Whether words stand in the paragraph of a clause."""
    return clause.part == span.part and clause.block.start <= span.start < clause.block.end


def _is_plain(sentence: Sequence[Clause], report: Report, counted: bool) -> bool:
    text, whole = report.text(sentence[0].part), sentence[0].sentence
    toll = any(clause.toll for clause in sentence)
    if _is_doubtful(sentence, report, toll):
        return False
    quoted = Cover([m.span() for m in QUOTED.finditer(text, whole.start, whole.end)])
    cues = [c for clause in sentence for c in clause.cues if not quoted.touches(c.start, c.start + 1)]
    fired = any(cue.sense in WEAPONS or cue.sense in ("war", "debris") for cue in cues)
    harmed = toll or any(cue.sense == "effect" for cue in cues)
    fired |= harmed and any(
        cue.sense == "strike" and phrase("attack_word").search(text, cue.start, cue.end) for cue in cues
    )
    struck = toll or any(cue.sense in ("strike", "effect", "motion") for cue in cues)
    there = any(clause.placed("at") for clause in sentence)
    return fired and struck and (counted or there or any(cue.sense in ("object", "effect", "victim") for cue in cues))


def _is_doubtful(sentence: Sequence[Clause], report: Report, toll: bool) -> bool:
    """Whether a sentence denies a strike, or tells of something else, of long ago or of what was brought down."""
    text = report.text(sentence[0].part)
    if any(clause.has(*UNPLAIN) for clause in sentence):
        return True
    if any(_is_old(clause, report) for clause in sentence) and not any(_is_new(clause, report) for clause in sentence):
        return True
    vague = [c for c in sentence if not names_a_day([c])]
    if any(c.has(*AT_LARGE) or (c.weapons and not toll and c.words.says("may")) for c in vague):
        return True
    harm = toll or any(clause.has("effect") or _strikes_something(clause) for clause in sentence)
    harm = harm or (names_a_day(sentence) and any(_fires_at(clause) for clause in sentence))
    if any(clause.has(*OTHER_TRADES) for clause in sentence) and not harm:
        return True
    if any(is_downed(clause, text) and not clause.has("object", "debris") for clause in sentence) and not toll:
        return True
    return sentence[0].whole.says("at_first")


def _strikes_something(clause: Clause) -> bool:
    """Whether a clause says in one breath what was fired, that it struck, and what, at a place: "drones hit a mill"."""
    if clause.has("supply", "labour") or not clause.placed("at", "over"):
        return False
    told = [cue for cue in clause.cues if cue.sense in WEAPONS or cue.sense in ("strike", "object")]
    for fired, struck, hit in zip(told, told[1:], told[2:], strict=False):
        in_turn = fired.sense in WEAPONS and struck.sense == "strike" and hit.sense == "object"
        if in_turn and struck.start - fired.end <= AT_ONCE and hit.start - struck.end <= IN_ONE_BREATH:
            return True
    return False


def _fires_at(clause: Clause) -> bool:
    """Whether a clause says at what place a weapon of war struck, be it with a word of money or of work beside it."""
    return (
        clause.has(*FIRM) and clause.has("strike") and bool(clause.placed("at")) and not clause.has("supply", "alert")
    )


def _is_old(clause: Clause, report: Report) -> bool:
    """Whether it names a day of long ago, and not as the one since which something has been so."""
    published, told = report.published, (d for d in clause.dates if not is_since(d))
    return published is not None and any(d.date_end and d.date_end < published - OLDEST for d in told)


def _is_new(clause: Clause, report: Report) -> bool:
    """Whether it tells of a strike on a day of late: "on Thursday X was shelled: a man who came last year died"."""
    if not (clause.weapons or clause.has("strike")) or _is_old(clause, report):
        return False
    return any(d.date_end and d.granularity in FINE for d in clause.dates)
