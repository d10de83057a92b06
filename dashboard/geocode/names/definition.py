"""Finds what a text says a place is, and the areas it names there: "Lima is a city in Allen County, Ohio"."""

from dashboard.geocode.names.lexis import TYPE
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.setting import AREAS, Passage

_IS, _A = frozenset({"is", "was"}), frozenset({"a", "an", "the", "one"})
_KIND = frozenset({TYPE, "place noun"})
KIND, AREA = 12, 22  # words between a name and what it is called, and the areas around it
ABBREVIATED = 3  # letters of a word whose stop ends no sentence: "St. Louis"


def told_of(passage: Passage, number: int) -> tuple[Match, ...]:
    """The regions and countries, then the counties, that hold a place in the words of the sentence that says what it
    is; none where the text says nothing of the kind."""
    told = _told(passage, passage.matches[number])
    if told is None:
        return ()
    kind, end = told
    around = [match for match in passage.matches[number + 1 :] if kind < match.first < end]
    areas = [match for match in around if not AREAS.isdisjoint(match.meanings.precisions)]
    return (*areas, *(match for match in around if match not in areas and "raion" in match.meanings.precisions))


def is_told(passage: Passage, word: str) -> bool:
    """Whether the text says of a name of one word (its key) that it is a place: "Kirkwood is a city"."""
    if passage.told is None:
        told = (match for match in passage.matches if _told(passage, match))
        passage.told = frozenset([passage.tokens.words[match.first].key for match in told])
    return word in passage.told


def _told(passage: Passage, match: Match) -> tuple[int, int] | None:
    """The number of the word that says what kind of place a name is, and that of the end of the sentence."""
    tokens, words, at = passage.tokens, passage.tokens.words, match.last
    if at + 4 >= len(words) or words[at].key not in _IS or words[at + 1].key not in _A:
        return None
    reach = range(at, min(at + AREA, len(words)))
    end = next((n for n in reach if tokens.starts(n) and len(words[n - 1].text) > ABBREVIATED), reach.stop)
    kind = next((n for n in range(at + 2, min(at + KIND, end)) if not _KIND.isdisjoint(words[n].senses)), None)
    return None if kind is None else (kind, end)
