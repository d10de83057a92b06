"""Reads how sure a strike is: who says so, who claims it, who denies it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.extract.accounts.attackers import UNKNOWN
from dashboard.extract.clauses.cues import Cue
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.words.phrases import pattern
from dashboard.extract.words.stretch import Stretch
from dashboard.records import Span, Status

SAYS = "<says>|<publishes>"
SOURCES = ("authority", "occupier", "claim", "media")
OF_THIS = r"[\W_]*<of_this>"
THEY_SAID = r"<they>\s+(?:\w+\s+){0,2}?<says>|<their_words>"
TURNS = r"[\W_]*<turns>"
DONE_BY = r"<done_by>\s+(?:[\w'’]+\s+){0,2}$"  # "shelling by Ukrainian armed forces": who fired, not who speaks
WITNESS_SAYS = r"\s+(?:\w+\s+){0,2}?<witness_says>"
# Between a side and its authority: "Ukraine's military intelligence", "the General Staff in Kyiv".
OWNS = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}")
SEATED = r"\s+<seated_in>\s+(?:[\w-]+\s+){0,5}\(?"
BESIDE = r"\s+(?:(?!<in>|<speech_lead>)\w+\s+)?"  # between a medium and what it claims; not "claims on its channel"
HEDGES_WITHIN = 20  # characters between "reportedly" and what it is about

Found = tuple[Clause, Cue]


@dataclass(frozen=True, slots=True)
class Standing:
    """How sure a strike is: its status, who claims it, the words for both, and the rule."""

    status: Status
    claimed_by: str | None
    status_spans: tuple[Span, ...]
    claim_spans: tuple[Span, ...]
    rule: str


def standing(
    clauses: Sequence[Clause],
    around: Sequence[Clause],
    held_by: str | None,
    by: str,
    occupied: bool,
    text: str,
    body: Sequence[Clause] = (),
) -> Standing:
    """The status after the sources named with the strike, by the side `by`, at a place that `held_by` holds.

    `clauses` tell of the strike, `around` are the sentences of the report that follow it, both of the body `text`;
    `occupied` says that the holder is not the side of the country. In this order: the side accused denies it; an
    authority of the side that holds the place says so; only the occupation authorities or only the attacker say so;
    only media, channels or witnesses do; else the report states it as a fact.
    """
    own = _found([*clauses, *_meant(clauses, body, text), *_vouched(clauses, around)])
    wide = own + _found(around)
    near, own_blocks = _nearby(clauses), {c.sentence.block for c in clauses}
    denying = [c for c in (*clauses, *around) if c.has("denial") and (c.sentence.block in near or _disowns(c, by))]
    denying = [c for c in denying if c.sentence.block in own_blocks or not _is_of_another(c, text, around)]
    denying = [c for c in denying if not c.words.says("intent")]
    denials = [(c, q) for c, q in _found(denying) if q.sense == "denial"]
    if denials and by != UNKNOWN:
        denier = [(c, q) for c, q in wide if q.sense == "actor" and q.value == held_by]
        return Standing("disputed", held_by, _first(denials), _first(denier), "the side accused denies it")
    occupiers = [(c, q) for c, q in own if q.sense == "occupier"]
    spoken = {s for s, whole in {c.sentence: c.whole for c, _ in own}.items() if _speaks(whole)}
    speaking = [(c, q) for c, q in own if q.sense == "authority" and c.sentence in spoken and not _is_object(c, q)]
    claims = [(c, q) for c, q in own if q.sense == "claim" and not _is_by_media(c, q, text)]
    claims = [(c, q) for c, q in claims if _named(c, by) or (held_by and not _named(c, held_by))]
    attackers = [
        (c, q) for c, q in speaking if _side(c, q, text) == by and not pattern(DONE_BY).search(text, c.start, q.start)
    ]
    claims += attackers
    holders = [(c, q) for c, q in speaking if _side(c, q, text) != by]
    if occupied and occupiers and attackers:
        return Standing("confirmed", None, _first(occupiers), (), "both sides say so")
    if occupied and (occupiers or claims) and all(c.has("occupier") for c, _ in holders):
        said = occupiers or claims
        return Standing("claimed", _words(said, text), _first(said), _first(said), "only one side says so")
    if holders and not (occupiers and occupied):
        return Standing("confirmed", None, _first(holders), (), "an authority in control of the place says so")
    if occupiers and occupied:
        rule = "only the occupation authorities say so"
        return Standing("claimed", _words(occupiers, text), _first(occupiers), _first(occupiers), rule)
    if claims:
        claimants = [(c, a) for c, _ in claims for a in _named(c, by)]
        return Standing("claimed", by, _first(claims), _first(claimants or claims), "only the attacker says so")
    unsure = [(c, q) for c, q in own if _is_unsure(c, q, text)] or _doubts(clauses, wide)
    if unsure:
        return Standing("unconfirmed", None, _first(unsure), (), "only media, channels or witnesses say so")
    return Standing("confirmed", None, (), (), "stated as plain fact by the report")


def _found(clauses: Sequence[Clause]) -> list[Found]:
    return [(clause, cue) for clause in clauses for cue in clause.cues]


def _meant(clauses: Sequence[Clause], body: Sequence[Clause], text: str) -> list[Clause]:
    """The clauses that name whom "they also reported" means, where the strike's own sentences name nobody."""
    if not clauses or any(c.has(*SOURCES) for c in clauses):
        return []
    first = clauses[0]
    if not any(c.words.find(THEY_SAID) for c in clauses):
        return []
    before = [
        c for c in body if c.sentence.start < first.sentence.start and first.sentence.block - c.sentence.block <= 1
    ]
    last = next((c for c in reversed(before) if c.has(*SOURCES) and _speaks(c.words)), None)
    return [c for c in before if last and c.sentence == last.sentence]


def _vouched(clauses: Sequence[Clause], around: Sequence[Clause]) -> list[Clause]:
    """The clauses of a sentence right behind the strike's own that only says whose account that was: "So said X"."""
    told = {c.sentence for c in clauses}
    behind = [two.sentence for one, two in pairwise(around) if one.sentence in told and two.sentence not in told]
    return [c for c in around if c.sentence in behind and (c.whole.opens(OF_THIS) or c.whole.says("says_so"))]


def _speaks(words: Stretch) -> bool:
    """Whether the authority in a sentence says something ("Governor: two dead"), and does not just stand in it."""
    return (":" in words.words or words.find(SAYS) is not None) and not words.says("silent")


def _is_by_media(clause: Clause, claim: Cue, text: str) -> bool:
    """Whether it is a medium that claims something: "a Telegram channel claims", "утверждает телеграм-канал"."""
    media = (cue for cue in clause.cues if cue.sense == "media")
    return any(pattern(BESIDE).fullmatch(text, *sorted((m.start, m.end, claim.start, claim.end))[1:3]) for m in media)


def _is_unsure(clause: Clause, cue: Cue, text: str) -> bool:
    """Whether a word names a medium, a witness who speaks, or a hedge that is about the strike."""
    if cue.sense == "witness":
        return bool(pattern(WITNESS_SAYS).match(text, cue.end))
    return cue.sense == "media" or (cue.sense == "hedge" and _hedges(clause, cue))


def _hedges(clause: Clause, hedge: Cue) -> bool:
    """Whether a hedge is about the strike, and not about the dead."""
    if any(0 <= figure.start - hedge.end <= HEDGES_WITHIN for figure in clause.toll):
        return False
    return clause.has("strike", "effect") or bool(clause.weapons)


def _doubts(clauses: Sequence[Clause], wide: Sequence[Found]) -> list[Found]:
    """Words such as "could not be verified" in the blocks that tell of the strike, or right behind them."""
    fought = {c.sentence.block for c, q in wide if q.sense == "ground"}
    near = {c.sentence.block for c in clauses} | (_nearby(clauses) - fought)
    return [(c, q) for c, q in wide if q.sense == "unverified" and not c.has("ground") and c.sentence.block in near]


def _is_of_another(clause: Clause, text: str, around: Sequence[Clause]) -> bool:
    """Whether a denial in a paragraph behind a strike is of another: "meanwhile ...", "there was no such strike".

    Or of what is told of fighting: "Russian units are reported in X; the corps denies it".
    """
    if pattern(TURNS).match(text, clause.block.start) or clause.words.says("never_was"):
        return True
    told = [c for c in around if c.sentence == clause.sentence]
    return any(c.precise("at") for c in told) and not any(c.weapons or c.has("strike", "effect") for c in told)


def _nearby(clauses: Sequence[Clause]) -> set[int]:
    """The blocks that tell of the strike, and the paragraphs right behind them."""
    blocks = {c.sentence.block for c in clauses}
    return blocks | {c.sentence.block + 1 for c in clauses if c.block.kind == "paragraph"}


def _is_object(clause: Clause, authority: Cue) -> bool:
    """Whether the words for an authority also name what may be struck, such as a hospital, and nothing said by it."""
    return any(cue.sense == "object" and cue.start == authority.start for cue in clause.cues)


def _disowns(clause: Clause, by: str) -> bool:
    """Whether a clause says that the side accused had no part in a strike, which may be told paragraphs behind it."""
    return bool(_named(clause, by)) and clause.words.says("disowns")


def _named(clause: Clause, side: str | None) -> list[Cue]:
    named = [cue for cue in clause.cues if cue.sense == "actor" and cue.value == side]
    held = [cue for cue in clause.cues if cue.sense == "occupied"] if named else []  # "in Russian-held Antratsyt"
    return [a for a in named if not any(h.start <= a.start < h.end for h in held)]


def _side(clause: Clause, authority: Cue, text: str) -> str | None:
    """The side that an authority belongs to: named right before it ("Ukraine's General Staff") or after ("in Kyiv")."""
    actors = [cue for cue in clause.cues if cue.sense == "actor"]
    itself = [a for a in actors if a.start < authority.end and authority.start < a.end]  # "GUR", "General Staff"
    if itself:
        return itself[0].value
    before = [a for a in actors if OWNS.fullmatch(text, a.end, authority.start)]
    after = [a for a in actors if pattern(SEATED).fullmatch(text, authority.end, a.start)]
    near = before[-1:] or after[:1]
    return near[0].value if near else None


def _words(found: Sequence[Found], text: str) -> str:
    return text[found[0][1].start : found[0][1].end]


def _first(found: Sequence[Found]) -> tuple[Span, ...]:
    """Where the first of some words stands."""
    return tuple(Span(cue.start, cue.end, clause.part) for clause, cue in found[:1])
