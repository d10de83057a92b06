"""Describes where a name stands: after a preposition, in a person's or an organisation's name, beside its parent."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from dashboard.geocode.names.lexis import DEMONYM, GIVEN, ORDINARY, SURNAME, TYPE
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.tokens import Tokens, Word
from dashboard.geocode.spelling.folding import is_cyrillic
from dashboard.geocode.spelling.words import terms_of

AREAS = frozenset({"country", "admin1"})
LONGEST_HEADLINE = 300  # characters of a line that may be one
HEADLINE = 0.6  # share of capitals from which a title is written in headline style


@dataclass(slots=True)
class Passage:
    """A title or a body: its text, words and names.

    `covering` gives the name that a word belongs to, by the word's number; `linked` are the numbers of the names that
    only a comma, a conjunction or a dash parts from the one before; `persons` are the keys of persons' names.
    `judged` keeps why names are no places, by the numbers of their first words, `told` the keys of those that the text
    says are places, once asked for.
    """

    text: str
    tokens: Tokens
    matches: Sequence[Match]
    covering: Mapping[int, Match]
    linked: Set[int]
    headline: bool
    persons: set[str]
    judged: dict[int, str | None] = field(default_factory=dict)
    told: frozenset[str] | None = None


@dataclass(slots=True, eq=False)
class Setting:
    """What surrounds a name.

    `locative`: a preposition of place before it; `starts`: it begins a sentence; `listed`: joined to another name by a
    comma or a conjunction; `dateline`: it opens a line and a dash, a bracket or a stop follows, or it fills a cell;
    `crowded`: another capitalised word adjoins, so that it may be part of a longer name; `ordinary`, `personal`: its
    word is also an ordinary word, a given name or a surname; `given`: a given name.
    """

    locative: bool
    starts: bool
    listed: bool
    dateline: bool
    crowded: bool
    ordinary: bool
    personal: bool
    given: bool


@cache
def context(sense: str) -> frozenset[str]:
    """The words of a sense of context_words.csv."""
    return terms_of("context_words", sense)


def setting(passage: Passage, number: int) -> Setting:
    """The surroundings of a passage's name."""
    match = passage.matches[number]
    tokens, text = passage.tokens, passage.text
    first = tokens.words[match.first]
    starts, senses = tokens.starts(match.first), first.senses
    single = match.last - match.first == 1
    personal = single and (GIVEN in senses or SURNAME in senses)
    locative = match.first > 0 and is_locative(tokens, match.first, starts=starts)
    if single:
        demonym = DEMONYM in senses and "country" not in match.meanings.precisions
        ordinary = ORDINARY in senses or demonym or tokens.writes(first.text.lower())
    else:
        ordinary = " ".join([word.key for word in tokens.words[match.first : match.last]]) in _ordinary()
    dateline = _opens_line(text, match)
    if ordinary and dateline and first.text.isupper() and not is_cyrillic(first.text):
        ordinary = text[match.end : match.end + 3].lstrip(" ")[:1] not in DASHES  # "READING, Pa. —"
    crowded = False
    if not passage.headline and _adjoins(tokens, match):
        called = personal or (single and ORDINARY in senses)  # a name that needs more than a capital
        crowded = _crowded(passage, match, called=called, alone=locative and not personal)
    return Setting(
        locative,
        starts,
        number in passage.linked or number + 1 in passage.linked,
        dateline,
        crowded and not _in_headline(passage, match),
        ordinary,
        personal,
        personal and GIVEN in senses,
    )


def linked(text: str, matches: Sequence[Match]) -> frozenset[int]:
    """The numbers of the names that only a comma, a conjunction or a dash parts from the one before."""
    found, end = [], -FARTHEST
    for number, match in enumerate(matches):
        if match.start - end <= FARTHEST:
            gap = text[end : match.start]
            if gap.strip(" ,\n") in LINKS or gap in _COMMAS:
                found.append(number)
        end = match.end
    return frozenset(found)


@cache
def _ordinary() -> frozenset[str]:
    return terms_of("ordinary_words", "ordinary word")


def _opens_line(text: str, match: Match) -> bool:
    """Whether a name opens a line and a dash, a bracket or a stop follows, or fills a cell."""
    rest = text[match.end : match.end + 1]
    if rest == " ":
        rest = text[match.end : match.end + 12].lstrip(" ")[:1]
    if rest not in OPENED:
        return False
    line = text[text.rfind("\n", 0, match.start) + 1 : match.start]
    if rest == "|":
        return line.rstrip().endswith("|")
    shouted = rest != "," or text[match.start : match.end].isupper()
    return shouted and not any(letter.isalpha() for letter in line)


OPENED = frozenset("—–(:-,.|")  # what follows a name that opens a line, or fills a cell
DASHES = frozenset("—–,-")
LINKS = frozenset({"and", "or", "і", "та", "й", "и", "або", "или", "to", "–", "-", ", and"})
_COMMAS = frozenset({", ", "-", "–"})
FARTHEST = 20  # characters between two names of a list


def is_locative(tokens: Tokens, first: int, *, starts: bool) -> bool:
    """Whether a preposition of place stands before a word, which is not the first; `starts`: it begins a sentence."""
    words, at = tokens.words, first - 1
    if starts and not tokens.starts(at):
        gap = tokens.gap(first)
        if "!" in gap or "?" in gap or "\n" in gap or ("." in gap and len(words[at].text) > 3):
            return False
    word = words[at]
    if word.key in ("the", "a") or "qualifier direction" in word.senses:
        if not at:
            return False
        at -= 1
        word = words[at]
    if word.key == "of":
        return at > max(0, first - 3) and not _LED.isdisjoint(words[at - 1].senses)
    return "locative" in word.senses


_LED = frozenset({"qualifier direction", "title", "edge", TYPE})  # what stands before "of" and a place


def _adjoins(tokens: Tokens, match: Match) -> bool:
    words, last = tokens.words, match.last
    return (match.first > 0 and words[match.first - 1].capital) or (last < len(words) and words[last].capital)


def _crowded(passage: Passage, match: Match, *, called: bool, alone: bool) -> bool:
    """Whether another capitalised word adjoins.

    `called` says that much else bears the name, `alone` that a person's name may follow the place's.
    """
    tokens, words = passage.tokens, passage.tokens.words
    if match.first:
        before = words[match.first - 1]
        if (
            before.capital
            and tokens.spaced(match.first)
            and not _allowed(before)
            and ORDINARY not in before.senses
            and not (GIVEN not in before.senses and not called and tokens.starts(match.first - 1))
            and not _matched(passage, match.first - 1)
        ):
            return True
    if match.last < len(words):
        after = words[match.last]
        if (
            after.capital
            and not words[match.last - 1].possessive
            and tokens.spaced(match.last)
            and not _allowed(after)
            and not _matched(passage, match.last)
            and not (GIVEN in after.senses and (alone or is_cyrillic(after.text)))  # 'мер Сум Артем Кобзар'
        ):
            return True
    return False


def _in_headline(passage: Passage, match: Match) -> bool:
    """Whether a name's line is a headline: without a full stop, and most of its longer words in capitals."""
    from_, to = max(0, match.start - LONGEST_HEADLINE), match.end + LONGEST_HEADLINE
    start, end = passage.text.rfind("\n", from_, match.start) + 1, passage.text.find("\n", match.end, to)
    if (from_ and not start) or (end < 0 and to < len(passage.text)):
        return False
    line = passage.text[start : end if end >= 0 else None].rstrip()
    if line[-1:] in ".!?":
        return False
    words = [word for word in line.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and capitals >= HEADLINE * len(words)


_ALLOWED = frozenset({"qualifier", "qualifier direction", "calendar", "title", "locative", TYPE})


def _allowed(word: Word) -> bool:
    return (
        not _ALLOWED.isdisjoint(word.senses)
        or len(word.text) == 1
        or sum(map(str.isupper, word.text)) > 1  # "FPV", "БпЛА", "HIMARS"
    )


def _matched(passage: Passage, at: int) -> bool:
    """Whether a word belongs to a region's or a country's name, beside which another name may stand ("Lima Peru")."""
    match = passage.covering.get(at)
    return match is not None and (match.sense is not None or not AREAS.isdisjoint(match.meanings.precisions))
