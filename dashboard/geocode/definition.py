"""Finds the areas named where a text says what a place is: "Lima is a city in Allen County, Ohio"."""

from dashboard.geocode.lexis import TYPE
from dashboard.geocode.reading import Match
from dashboard.geocode.setting import AREAS, Passage

_IS, _A = frozenset({"is", "was"}), frozenset({"a", "an", "the", "one"})
_KIND = frozenset({TYPE, "place noun"})
KIND, AREA = 12, 22  # words between a name and what it is called, and the areas around it
ABBREVIATED = 3  # letters of a word whose stop ends no sentence: "St. Louis"


def told_of(passage: Passage, number: int) -> tuple[Match, ...]:
    """The regions and countries, then the counties, that hold a place in the words of the sentence that says what it
    is; none where the text says nothing of the kind."""
    tokens, matches = passage.tokens, passage.matches
    words, at = tokens.words, matches[number].last
    if at + 4 >= len(words) or words[at].key not in _IS or words[at + 1].key not in _A:
        return ()
    reach = range(at, min(at + AREA, len(words)))
    end = next((n for n in reach if tokens.starts(n) and len(words[n - 1].text) > ABBREVIATED), reach.stop)
    kind = next((n for n in range(at + 2, min(at + KIND, end)) if not _KIND.isdisjoint(words[n].senses)), None)
    if kind is None:
        return ()
    around = [match for match in matches[number + 1 :] if kind < match.first < end]
    areas = [match for match in around if not AREAS.isdisjoint(match.meanings.precisions)]
    return (*areas, *(match for match in around if match not in areas and "raion" in match.meanings.precisions))
