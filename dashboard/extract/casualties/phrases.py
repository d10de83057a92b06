"""A phrase that counts persons, and listings of persons joined to one ("a man and his wife" are two)."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from dashboard.extract.casualties.measures import behind_age
from dashboard.extract.casualties.tokens import Token

DASHES = (":", "—", "–", "-")
Head = Literal["person", "one", "general", "bare", "other", "thing"]


@dataclass(slots=True)
class Phrase:
    """Words that count persons, over `tokens[first:last]`. `head` says what they count."""

    first: int
    last: int
    best: int | None
    low: int | None
    high: int | None
    qualifier: str | None
    head: Head
    spans: list[tuple[int, int]]  # token ranges
    ordinal: bool = False
    article: bool = False
    listing: bool = False
    subset: bool = False
    of_kind: str | None = None
    measure: Literal["age", "other"] | None = None  # counts no persons, kept only while reading
    same: bool = False  # "he", who was told of before
    used: bool = False


def joined(tokens: list[Token], found: list[Phrase]) -> list[Phrase]:
    """Joins plain listings of persons, and marks what only says who they were ("two guards, a man and a woman")."""
    whole: list[Phrase] = []
    at = 0
    while at < len(found):
        end = at + 1  # one behind the last phrase of a listing that begins here
        for k in range(at + 1, len(found)):
            if (gap := _lists(tokens, found[k - 1], found[k])) is None:
                break
            if gap == "and":
                end = k + 1
        if end > at + 1 and (_are_apart(tokens, found[at:end]) or _are_told_again(tokens, found[at:end])):
            end = at + 1
        whole.append(_sum(found[at:end]))
        at = end
    twice = []  # who a part was, told behind it: "one of them, a guard", "one of them a guard"
    for one, other in pairwise(whole):
        beside = one.subset and one.last == other.first
        if beside or _explains(tokens, one, other):
            twice += [other] if one.subset else []
            other.subset = True
            one.last = other.last if beside else one.last
    return [phrase for phrase in whole if phrase not in twice]


def _are_apart(tokens: list[Token], listed: list[Phrase]) -> bool:
    """Whether the first has a verb of his own before him: "загинула жінка, її чоловік і син поранені"."""
    first, last = listed[0], listed[-1]
    own = first.first > 0 and tokens[first.first - 1].has("singular")
    comma = tokens[behind_age(tokens, first.last) : listed[1].first]
    told = last.last < len(tokens) and tokens[last.last].has("verb", "part", "state")
    return own and told and len(comma) == 1 and comma[0].word == ","


def _are_told_again(tokens: list[Token], listed: list[Phrase]) -> bool:
    """Whether those listed behind the first, in an aside that closes, are the same: "two men, a cook and a guard,"."""
    first, *others = listed
    if len(others) < 2 or first.best != sum(other.best or 0 for other in others):
        return False
    last = others[-1].last
    behind = behind_age(tokens, last)
    if first.head != "one" and behind != last:
        return False  # "two men, a woman and her daughter, aged 9, were killed": the comma is that of the age
    return [0 <= k < len(tokens) and tokens[k].word == "," for k in (first.first - 1, behind)] == [False, True]


def _sum(listed: list[Phrase]) -> Phrase:
    if len(listed) == 1:
        return listed[0]
    total = sum(phrase.best or 0 for phrase in listed)
    spans = [span for phrase in listed for span in phrase.spans]
    last = listed[-1].last
    return replace(listed[0], last=last, best=total, low=total, high=total, head="person", spans=spans, listing=True)


def _explains(tokens: list[Token], one: Phrase, other: Phrase) -> bool:
    """Whether a listing only says who the persons counted before it were."""
    same = one.best is not None and one.best == other.best and other.head in ("one", "person") and other.listing
    if not same or [t.word for t in tokens[one.last : other.first]] not in ([","], ["—"], ["–"], ["-"], [":"], ["("]):
        return False
    behind = behind_age(tokens, other.last)
    return behind >= len(tokens) or not tokens[behind].word[0].isalnum()


def _lists(tokens: list[Token], one: Phrase, other: Phrase) -> Literal["and", ","] | None:
    """What joins two phrases of one listing, `None` where there is no listing."""
    if any(p.subset or p.ordinal or p.qualifier or p.best is None for p in (one, other)):
        return None
    behind = tokens[other.last] if other.last < len(tokens) else None
    acted = one.first > 0 and tokens[one.first - 1].has("part", "caused")
    if behind is not None and (behind.has("singular") or (acted and behind.has("plural", "aux", "care"))):
        return None  # "killed a man and a woman was injured"
    if tokens[one.last - 1].has("life"):
        return None  # "44 lives and 196 people"
    gap = tokens[behind_age(tokens, one.last) : other.first]
    if one.head == "one" and len(gap) > 1 and gap[-1].has("article"):
        gap = gap[:-1]  # "a mother and her two children"
    ends = len(gap) > 0 and gap[-1].has("and", "with") and [t.word for t in gap[:-1]] in ([], [","])
    if one.head == "general":
        return "and" if ends and other.head == "one" else None
    his = other.head == "other" and other.first > 0 and tokens[other.first - 1].has("owned")  # "his two helpers"
    if one.head not in ("one", "person") or not (his or other.head in ("one", "person", "general")):
        return None
    return "and" if ends else "," if [t.word for t in gap] == [","] else None
