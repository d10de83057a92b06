"""Finds where the noun of a person, or of what is counted, ends."""

import re

from dashboard.extract.casualties.measures import behind_age
from dashboard.extract.casualties.phrases import Head
from dashboard.extract.casualties.tokens import Token

AGED = re.compile(r"\d+(?:-year-old|-month-old|-річн\w+|-летн\w+)|\w+-year-old")
WHO_ACTS = re.compile(r"\w+(?:[eo]r|ist|m[ae]n|ian|ant|ee)")  # "the conductor", but not "killed the match"
NAME_GAP = 4  # words that may stand between a count and the noun it counts
CLAUSE = 12  # words of a relative clause that stands between a person and what befell him


def head(tokens: list[Token], at: int) -> tuple[int, Head]:
    """Where the noun behind a count ends, and what it is."""
    for k in range(at, min(at + NAME_GAP, len(tokens))):
        token = tokens[k]
        if token.has("article") and k > at - 1 and not token.word.isascii():
            continue  # "двох її дітей"
        if token.has("person", "single") and not (k > at and token.has("state")):
            last = compound(tokens, k + 1)
            if last < len(tokens) and tokens[last].has("thing") and token.word.isascii() and not token.has("general"):
                return last + 1, "thing"  # "two civilian vessels"
            return last, "general" if token.has("general") else "person"
        if token.has("thing", "unit") or _is_limb(token):
            if k + 1 < len(tokens) and tokens[k + 1].has("person", "single") and not token.has("unit"):
                continue  # "three hospital workers"
            return k + 1, "thing"
        if not inside(token):
            return (at, "bare") if k == at else (k, "other")
    return (at, "bare") if at >= len(tokens) else (at + 1, "other")


def compound(tokens: list[Token], at: int) -> int:
    """Takes a compound noun's further words along: "railway workers", "police officers"."""
    while at < len(tokens) and tokens[at].has("person", "single") and not tokens[at].has("state", "part"):
        at += 1
    return at


def inside(token: Token) -> bool:
    """Whether a word may stand between a count and its noun."""
    if not token.word[0].isalpha():
        return AGED.fullmatch(token.word) is not None
    return not token.senses or (token.has("adjective", "limits") and not token.has("det"))


def name(tokens: list[Token], at: int) -> int:
    """Where a rank with a name ends: "Major General Ivan Petrov"."""
    while at < len(tokens) and tokens[at].has("rank"):
        at += 1
    while at < len(tokens) and tokens[at].capital and not tokens[at].senses:
        at += 1
    return at


def unknown(tokens: list[Token], at: int) -> int:
    """Where a noun we do not know ends, if what stands beside it befalls persons only.

    "A fitter was killed", "killing the conductor".
    """
    last = at
    while last < len(tokens) and last < at + NAME_GAP - 1 and inside(tokens[last]):
        last += 1
    if last == at or tokens[last - 1].has("group") or (last < len(tokens) and tokens[last].has("thing")):
        return at
    if _acted_on(tokens, at - 2) and (tokens[at - 1].word != "the" or WHO_ACTS.fullmatch(tokens[last - 1].word)):
        return last
    if at > 1 and tokens[at - 2].has("preposition", "part_of", "starting", "with"):
        return at  # "two men in a van were hurt"
    if last + 1 < len(tokens) and tokens[last].has("and"):
        other = tokens[last + 1]
        if other.has("owned") or (tokens[at - 1].has("owned") and _counts(other)):
            return last  # "the vendor and her mate", "his mate and two passengers"
    whole = _behind_whole(tokens, last)
    behind = behind_age(tokens, whole)
    aged = behind > whole
    behind += aged and behind < len(tokens) and tokens[behind].word == ","
    behind = start = _behind_clause(tokens, behind)
    while behind < len(tokens) and behind < start + NAME_GAP and tokens[behind].has("aux", "have"):
        behind += 1
    if behind >= len(tokens):
        return at
    befell = tokens[behind].has("did", "gets", "care") or (behind > last and tokens[behind].has("part"))
    befell = befell or (
        tokens[behind - 1].has("gets") and any(t.has("harm") for t in tokens[behind : behind + NAME_GAP])
    )
    befell = befell or tokens[behind].has("dead") or (aged and tokens[behind].has("state"))
    befell = befell or (tokens[behind].has("owned") and behind + 1 < len(tokens) and tokens[behind + 1].has("life"))
    return last if befell else at


def _is_limb(token: Token) -> bool:
    """Whether a word names what one person has: "both legs", "two cuts"; but "two injuries" are two persons."""
    return token.word.isascii() and token.has("harm") and not token.has("noun", "care")


def _behind_whole(tokens: list[Token], at: int) -> int:
    """The position behind what a noun belongs to: "a seller of honey", "the head of the village"."""
    first = at + 2 if at + 1 < len(tokens) and tokens[at + 1].has("article") else at + 1
    last = first
    while last < len(tokens) and last < first + NAME_GAP - 1 and inside(tokens[last]):
        last += 1
    return last if at < len(tokens) and tokens[at].has("part_of") and last > first else at


def _behind_clause(tokens: list[Token], at: int) -> int:
    """The position behind a relative clause: "the foreman, who had stayed behind,", "a fitter who had come in"."""
    if at < len(tokens) and tokens[at].has("relative"):
        near = range(at + 2, min(at + CLAUSE, len(tokens) - 1))
        return next((k for k in near if tokens[k].has("singular") and tokens[k + 1].has("part")), at)
    if at + 1 >= len(tokens) or tokens[at].word != "," or not tokens[at + 1].has("relative"):
        return at
    return next((k + 1 for k in range(at + 2, min(at + CLAUSE, len(tokens))) if tokens[k].word == ","), at)


def _counts(token: Token) -> bool:
    return token.word.isdigit() or token.has("small", "tens", "article")


def _acted_on(tokens: list[Token], at: int) -> bool:
    """Whether a word makes a person of what stands behind it and an article: "killed", "the body of", "a man and"."""
    if at < 0:
        return False
    if tokens[at].has("part_of"):
        return at > 0 and tokens[at - 1].has("body")
    if tokens[at].has("and"):
        beside = at > 1 and (tokens[at - 1].has("single") or tokens[at - 2].has("article"))
        return beside or (at > 2 and _acted_on(tokens, at - 3))
    return tokens[at].has("part", "caused") and not tokens[at].has("state")
