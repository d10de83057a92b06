"""Refuses names that are no places where they stand: rivers, persons, papers, units, streets, ordinary words."""

from collections.abc import Sequence

from dashboard.geocode.reading import Match, words
from dashboard.geocode.tokens import Token, joined


def kept(text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> list[Match]:
    """The matches that name a place where they stand."""
    return [match for match in matches if match.sense or not _refused(text, tokens, match)]


def _refused(text: str, tokens: Sequence[Token], match: Match) -> bool:
    first = tokens[match.first]
    before = tokens[match.first - 1].key if match.first else ""
    if match.last < len(tokens) and joined(text, tokens[match.last - 1], tokens[match.last]):
        after = tokens[match.last]
        if after.key in words("after") or (after.capital and after.key in words("after capital")):
            return True
    if match.last - match.first > 1:
        return False
    if first.key in words("ordinary word") or first.key in words("given name"):
        return True
    if first.key in words("river"):
        return before == "the" or before in {"bank", "banks", "across"}
    return False
