"""Who attacked, who says so, and how sure it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.extract.cues import Cue
from dashboard.extract.passages import WEAPONS, Clause
from dashboard.extract.terms import load_terms
from dashboard.records import Place, Span, Status

SILENT = re.compile(r"\b(?:did|does|has|had|have|would|could) not\b|n't\b|no comment|nobody|declined|made no|no official|silent|\bне (?:комментир|комент|підтвер|подтвер)", re.IGNORECASE)
SAYS = re.compile(
    r"\b(?:said|says|say|told|reported|reports|wrote|writes|according to|announced|confirmed|confirms|acknowledged|acknowledges|spoke|put|gave|gives|counted|added|noted|stated|"
    r"described|called|admitted|listed|named|posted|raised|recorded|registered|explained|warned|documented|verified|known|shows|claimed|claims|blamed|blames|accused|believe|"
    r"повідом\w+|заяви\w+|написа\w+|сказа\w+|розпов\w+|уточни\w+|за (?:даними|словами|попередніми)|йдеться|інформу\w+|звіту\w+|сообщ\w+|заяви\w+|рассказ\w+|уточни\w+|по (?:данным|словам|предварительн)\w*|отчита\w+|доложи\w+)\b|:",
    re.IGNORECASE,
)
INTENT = re.compile(r"deliberate|target(?:s|ed|ing)? (?:only |any )?(?:civilians|hospitals|homes|residential)|aim(?:s|ed|ing)? at civilians|on civilian", re.IGNORECASE)
SPOKE = re.compile(r"\s+(?:\w+\s+){0,2}?(?:said|say|told|reported|report|wrote|described|heard|spoke|counted|posted|published|filmed|повідом\w+|розпов\w+|сообщ\w+|рассказ\w+)\b")
OWNED_WITHIN = 22  # characters between a side's name and its authority: "Ukraine's military intelligence"
SEATED_WITHIN = 5  # "the General Staff in Kyiv"
HEDGES_WITHIN = 20  # characters between "reportedly" and what it is about
NEAR = 40  # characters between a side's name and what it fired


@dataclass(frozen=True, slots=True)
class Attacker:
    """The side that attacked, where it was read, and the rule."""

    name: str
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How sure a strike is: its status, who claims it, and the words for both."""

    status: Status
    claimed_by: str | None
    status_spans: tuple[Span, ...]
    claim_spans: tuple[Span, ...]
    rule: str


@cache
def _controlled() -> dict[str, str]:
    return {t.term: t.value for t in load_terms("control") if t.value}


def holder(place: Place | None, occupied: bool) -> str | None:
    """The side that holds a place: its country's, or, where it is occupied, the enemy of its country's."""
    if place is None or place.country is None:
        return None
    home = _home().get(place.country)
    named = (place.admin1, place.name) if place.precision == "admin1" else (place.admin1, place.parent, place.name)
    for name in named:
        if name and name in _controlled():
            return _controlled()[name]
    if occupied and home:
        return _enemies().get(home, home)
    return home


@cache
def _home() -> dict[str, str]:
    return {t.value: t.term for t in load_terms("actors") if t.sense == "home" and t.value}


def attacker(clauses: Sequence[Clause], everything: Sequence[Clause], held_by: str | None) -> Attacker:
    """The side named right before what it fired, else the enemy of the side that holds the place, where the report names it."""
    enemy = _enemies().get(held_by or "")
    own = _firing(clauses, held_by, None)
    if own:
        return Attacker(str(own[0].value), own[1], "the side named with what was fired")
    if enemy and not all(clause.has("blast") and not clause.has("strike", "toll") and not clause.weapons for clause in clauses):
        told = _firing(everything, held_by, enemy)
        named = next((Span(cue.start, cue.end, c.part) for c in everything for cue in c.cues if cue.sense == "actor" and cue.value == enemy), None)
        if told or named:
            spans = told[1] if told else (named,) if named else ()
            return Attacker(enemy, spans, f"the report names {enemy}; the place is held by {held_by}")
        if any(clause.weapons for clause in (*clauses, *everything)):
            return Attacker(enemy, (), f"the place is held by {held_by}, whose enemy is {enemy}")
    return Attacker("unknown", (), "no side is named")


def _firing(clauses: Sequence[Clause], held_by: str | None, side: str | None) -> tuple[Cue, tuple[Span, ...]] | None:
    """The first side named right before what it fired: any but the one that holds the place, or just the one asked for."""
    for clause in clauses:
        if clause.has("intercepted") and not clause.has("effect", "debris", "strike"):
            continue
        actors = [a for a in clause.cues if a.sense == "actor" and a.value != held_by and (side is None or a.value == side)]
        for cue in clause.cues:
            named = [a for a in actors if 0 <= cue.start - a.end <= NEAR] if cue.sense in WEAPONS | {"strike"} else []
            if named:
                best = max(named, key=lambda a: a.end)
                return best, (Span(best.start, best.end, clause.part),)
    return None


@cache
def _enemies() -> dict[str, str]:
    return {t.term: t.value for t in load_terms("actors") if t.sense == "enemy" and t.value}


Found = tuple[Clause, Cue]


def standing(clauses: Sequence[Clause], around: Sequence[Clause], held_by: str | None, by: str, occupied_place: bool, text: str) -> Standing:
    """The status after the sources named with the strike. `around` are the sentences of the report that follow it.

    In this order: the side accused denies it; an authority of the side that holds the place says so; only the occupation
    authorities or only the attacker say so; only media, channels or witnesses do; else the report states it as a fact.
    """
    own = [(clause, cue) for clause in clauses for cue in clause.cues]
    wide = own + [(clause, cue) for clause in around for cue in clause.cues]
    denials = [(c, q) for c, q in wide if q.sense == "denial" and not INTENT.search(text[c.start : c.end])]
    occupiers = [(c, q) for c, q in own if q.sense == "occupier"]
    speaking = [(c, q) for c, q in own if q.sense == "authority" and _speaks(text[c.sentence.start : c.sentence.end])]
    claims = [(c, q) for c, q in own if q.sense == "claim" and _names(c, by)] + [(c, q) for c, q in speaking if _side(c, q) == by]
    holders = [(c, q) for c, q in speaking if _side(c, q) != by]
    medias = [(c, q) for c, q in own if q.sense == "media" or (q.sense == "hedge" and _hedges(c, q)) or (q.sense == "witness" and SPOKE.match(text, q.end))]
    blocks = {c.sentence.block for c in clauses}
    doubts = [(c, q) for c, q in wide if q.sense == "unverified" and not c.has("ground") and ({c.sentence.block, c.sentence.block - 1} & blocks)]
    if denials and by != "unknown":
        who = next(((c, q) for c, q in wide if q.sense == "actor" and q.value == held_by), None)
        return Standing("disputed", held_by, _spans(denials), _spans([who] if who else []), "the side accused denies it")
    if occupied_place and (occupiers or claims) and not [c for c, _ in holders if not c.has("occupier")]:
        said = occupiers or claims
        return Standing("claimed", text[said[0][1].start : said[0][1].end], _spans(said), _spans(said), "only one side says so")
    if holders and not (occupiers and occupied_place):
        return Standing("confirmed", None, _spans(holders), (), "an authority in control of the place says so")
    if occupiers and occupied_place:
        return Standing("claimed", text[occupiers[0][1].start : occupiers[0][1].end], _spans(occupiers), _spans(occupiers), "only the occupation authorities say so")
    if claims:
        return Standing("claimed", by, _spans(claims), _spans([(c, a) for c, q in claims for a in c.cues if a.sense == "actor" and a.value == by]), "only the attacker says so")
    if medias or doubts:
        return Standing("unconfirmed", None, _spans(medias or doubts), (), "only media, channels or witnesses say so")
    return Standing("confirmed", None, (), (), "stated as plain fact by the report")


def _speaks(sentence: str) -> bool:
    """Whether the authority in a sentence says something, and does not just stand in it or keep silent."""
    return bool(SAYS.search(sentence)) and not SILENT.search(sentence)


def _hedges(clause: Clause, hedge: Cue) -> bool:
    """Whether a hedge is about the strike, and not about the dead."""
    if any(0 <= figure.start - hedge.end <= HEDGES_WITHIN for figure in clause.toll):
        return False
    return clause.has("strike", "effect") or bool(clause.weapons)


def _names(clause: Clause, side: str) -> bool:
    return any(cue.sense == "actor" and cue.value == side for cue in clause.cues)


def _side(clause: Clause, authority: Cue) -> str | None:
    """The side that an authority belongs to: the one named right before it ("Ukraine's General Staff") or after ("in Kyiv")."""
    before = [a for a in clause.cues if a.sense == "actor" and 0 <= authority.start - a.end <= OWNED_WITHIN]
    after = [a for a in clause.cues if a.sense == "actor" and 0 <= a.start - authority.end <= SEATED_WITHIN]
    near = before[-1:] or after[:1]
    return near[0].value if near else None


def _spans(found: Sequence[Found]) -> tuple[Span, ...]:
    return tuple(Span(cue.start, cue.end, clause.part) for clause, cue in found[:1])
