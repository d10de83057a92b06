"""Says whether a clause is about something else than a strike: a plan, a past, an accident, a rumour, a boast."""

import re
from collections.abc import Sequence

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.strikes.draft import LONG, names_a_day
from dashboard.extract.strikes.tallies import counts_fire
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.spread import Cover
from dashboard.extract.words.stretch import Stretch, stretch

QUESTION = re.compile(r"\?[»”\"'*_)\]]*$|\bQ:\s")  # a sentence that ends in "?", or the "Q: " of an interview
# "It killed 20 officers", "liquidated up to 40 militants": what an army says of its own fire, known to nobody else.
BOAST = r"(?:<own_forces>[^.]{0,60}<killed>|<eliminated>)\W+(?:[\w,-]+\s+){0,4}<fighters>"
QUOTED = re.compile(r"[\W\d_]*[\"“«][^\"”»]+[\"”»][\W_]*")  # "1. "X is burning."": a claim that its block judges
CLAIM = r"[\W_]*<claim_label>[*_]*:"
VERDICT_REACH = 200  # characters behind a claim
WORST_OF_ALL = r"<superlative>\s+(?:\w+\s+)?<long_time>"  # "the deadliest month of the war"
MANY = 100  # people: so many are not hurt by one strike, where it is said since when


def is_judged(clause: Clause, text: str) -> bool:
    """Whether a clause stands in a claim that the lines behind it call false: "**CLAIM:** ... **RATING:** False."""
    block = clause.block
    if not pattern(CLAIM).match(text, block.start):
        return False
    return stretch(text, block.start, block.end + VERDICT_REACH).says("verdict")


def all_stopped(clauses: Sequence[Clause], text: str) -> bool:
    """Whether a sentence says that nothing of what was fired arrived, nor did any harm: "All three were shot down"."""
    stopped = stretch(text, clauses[0].start, clauses[-1].end).find("<none_came>")
    if stopped is None or any(c.toll or c.has("debris") for c in clauses):
        return False
    done = Cover([stopped.span()])  # "all were destroyed" is no damage
    return all(done.touches(cue.start, cue.end) for c in clauses for cue in c.cues if cue.sense == "effect")


def is_of_something_else(clause: Clause, text: str, company: Sequence[Clause]) -> bool:
    """Whether a clause tells of no strike whatever its words; `company` are the clauses of its sentence."""
    words = clause.words
    whole = words if clause.weapons or clause.has("strike", "effect") else clause.whole
    if clause.has("unreal") or whole.says("remembered") or words.says("disposal") or clause.whole.says("handled"):
        return True
    sentence = (clause, *company)
    senses = clause.senses.union(*[c.senses for c in company])
    if whole.says("walks_out") and not any(c.weapons for c in sentence):
        return True
    if "drill" in senses and any(c.has("drill") and c.start <= clause.start for c in sentence):
        return True
    if "notstrike" in senses and not clause.weapons and any(c.has("notstrike") and not c.weapons for c in sentence):
        return True
    if _asks(text, clause.start, clause.sentence.end):
        return True
    quoted = QUOTED.fullmatch(text, clause.sentence.start, clause.sentence.end)
    told = stretch(text, clause.block.start, clause.block.end) if quoted else clause.whole
    if told.says("hoax"):
        return True
    if clause.whole.says("unrelated"):
        return not any(c.has("actor") or c.placed("speaker") for c in sentence)  # "Kyiv had nothing to do with it"
    return (
        ("ground" in senses and _is_fought(sentence))
        or (clause.has("mourning") and not (clause.weapons or clause.has("strike")))
        or _counts_up(clause, words, sentence)
        or words.find(BOAST) is not None
    )


def _asks(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends in a question, or opens that of an interview."""
    signed = text.find("?", start, end) >= 0 or text.find("Q:", start, end) >= 0  # a search for both takes longer
    return signed and QUESTION.search(text, start, end) is not None


def _is_fought(sentence: Sequence[Clause]) -> bool:
    """Whether a sentence about fighting on the ground names nothing fired from afar or that was hit."""
    toll = any(c.toll for c in sentence)
    return not any(c.weapons or c.has("effect") or (toll and c.has("strike")) for c in sentence)


def _counts_up(clause: Clause, words: Stretch, sentence: Sequence[Clause]) -> bool:
    """Whether a clause gives statistics of a long time, and does not call one strike the worst of it."""
    toll = clause.toll
    if not toll and counts_fire(words) and _is_of_long(clause) and not names_a_day(sentence):
        return True  # "in May alone the region was hit 1,400 times"
    of_a_year = any(d.granularity == "year" and d.anchor != "reference" for d in clause.dates)
    if toll and of_a_year and not names_a_day(sentence):
        return True
    if _is_superlative(clause, words):
        return bool(toll) and words.find(WORST_OF_ALL) is not None  # and not "in the first half of the year"
    of_today = any(d.granularity == "time" for d in clause.dates)  # "since midnight"
    if toll and any((f.best or 0) >= MANY for f in toll) and words.says("ever_since") and not of_today:
        return True
    before = (d for c in sentence if c.start <= clause.start for d in c.dates)
    if toll and any(d.granularity in LONG and d.rule.startswith("since") for d in before):
        return True
    if toll and _is_verified(clause, sentence):
        return False
    return clause.has("statistic") and (bool(toll) or not (clause.placed("at") and names_a_day(sentence)))


def _is_verified(clause: Clause, sentence: Sequence[Clause]) -> bool:
    """Whether a clause tells, behind another of its block, whom monitors counted: few, and of no long time."""
    if (
        clause.sentence.start == clause.block.start
        or any((f.best or 0) >= MANY for f in clause.toll)
        or any(map(_is_of_long, sentence))
    ):
        return False
    return all(cue.value == "checked" for cue in clause.cues if cue.sense == "statistic")


def _is_of_long(clause: Clause) -> bool:
    return any(d.granularity in LONG for d in clause.dates)


def _is_superlative(clause: Clause, words: Stretch) -> bool:
    """Whether a clause has a superlative that is not just part of a word for statistics."""
    superlatives = list(words.find_all("<superlative>"))
    if not superlatives:
        return False
    counted = Cover((cue.start, cue.end) for cue in clause.cues if cue.sense == "statistic")
    return any(not counted.touches(*m.span()) for m in superlatives)
