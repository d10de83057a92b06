"""Tells persons and animals that are called like places: "Paris Hilton", "his daughter, Georgia", "Devon, 24, of"."""

import re
from functools import cache

from dashboard.geocode.names.definition import is_told
from dashboard.geocode.names.governments import stands_for_government
from dashboard.geocode.names.lexis import GIVEN, SURNAME, TYPE
from dashboard.geocode.names.parents import within
from dashboard.geocode.names.reading import Match
from dashboard.geocode.names.setting import AREAS, Passage, context
from dashboard.geocode.names.tokens import Word
from dashboard.geocode.spelling.words import load_terms
from dashboard.records import Place

PERSON = "part of a person's name"
BACK = 12  # words between "children:" and the last of their names
_KINDS_AND_TITLES = frozenset({TYPE, "calendar", "title"})
_NO_SURNAME = _KINDS_AND_TITLES | {"organisation", "water after", "street after", "unit after", "locative"}
_LIMITED = frozenset({"a", "an", "one", "his", "her", "their", "my", "our", "the", "whose"})
# What stands between two names of a list, and between "sons" and their names.
_COMMAS, _LEADS = frozenset({", ", ",\n"}), frozenset({" ", ", ", ": ", " (", "\n"})
_CALLED = frozenset({" ", ' "', " “", " '", " ‘"})
_AGE = re.compile(r", (?:aged )?\d{1,3}(?=[,;.)]| and\b| of\b| who\b)")
_AGE_AND_HOME = re.compile(r", (?:aged )?\d{1,3},? (?:of [A-Z]|who\b)")
_OF_PLACE = re.compile(r", of [A-Z]")
_MAIDEN = re.compile(r" \([A-Z][\w'’-]+\) [A-Z]")  # "Florence (Wood) Cain"
_SURNAME = re.compile(r"\) [A-Z]")  # behind a spouse's or a maiden name: "Dallas (Sharon) Hamilton"
_WHO = re.compile(r", (?:who|whose|whom)\b")
_ENDS = re.compile(r"[,;.:)]|\s*$| and\b| \(| of\b")


def person(passage: Passage, match: Match) -> str | None:
    """Why a name is that of a person, or of an animal; `None` where nothing says so.

    Notes the persons' names, so that a later "Jordan said" is not read as the country.
    """
    if match.sense is not None:
        return None
    return _in_full_name(passage, match) or (match.last - match.first == 1 and _alone(passage, match)) or None


def named_in_full(passage: Passage, match: Match) -> str | None:
    """Why a name is that of a person whom the report names in full elsewhere."""
    if match.sense is not None or match.last - match.first > 1:
        return None
    word = passage.tokens.words[match.first].key
    known = word in passage.persons and not is_told(passage, word)
    if known and not _at(passage, match) and not _after_place(passage, match):
        return "the name of a person that the report names in full"
    return None


def _in_full_name(passage: Passage, match: Match) -> str | None:
    """Why a name is one of several words that name a person, or said something."""
    tokens, words = passage.tokens, passage.tokens.words
    first, last = words[match.first], words[match.last - 1]
    if match.first:
        before = words[match.first - 1]
        if "speaker before" in before.senses and not any(_speaks(place) for place in match.open):
            passage.persons.add(last.key)
            return "a person who says something"
        if before.capital and not before.possessive:
            gap = tokens.gap(match.first)
            initial = len(before.text) == 1 and gap == ". "
            named = GIVEN in before.senses and tokens.spaced(match.first) and not _is_match(passage, match.first - 1)
            titled = "title" in before.senses and gap in (" ", ". ") and "country" not in match.meanings.precisions
            told = gap == " " and _WHO.match(passage.text, match.end) and not _is_place_word(passage, match.first - 1)
            if initial or named or titled or told or _nicknamed(passage, match.first):
                passage.persons.add(last.key)
                return PERSON
            if gap == " (" and GIVEN in before.senses and _SURNAME.match(passage.text, match.end):
                return PERSON
    single = match.last - match.first == 1
    if single and GIVEN in first.senses and not first.possessive and match.last < len(words):
        after = words[match.last]
        surname = not _is_place_word(passage, match.last) or _is_apart(passage, match)
        if after.capital and tokens.spaced(match.last) and surname:
            passage.persons.update((first.key, after.key))
            return PERSON
        if _MAIDEN.match(passage.text, match.end):
            passage.persons.add(first.key)
            return PERSON
    return None


def _nicknamed(passage: Passage, at: int) -> bool:
    """Whether a given name and a nickname in quotation marks stand before a word: 'Robert "Bob" Holland'."""
    words, tokens = passage.tokens.words, passage.tokens
    quoted = at > 1 and tokens.gap(at) in ('" ', "” ", "' ", "’ ", ") ") and len(tokens.gap(at - 1)) == 2
    return quoted and words[at - 2].capital and GIVEN in words[at - 2].senses


def _alone(passage: Passage, match: Match) -> str | None:
    """Why a name of one word is a person's, by what stands around it."""
    word, text = passage.tokens.words[match.first], passage.text
    if word.possessive or ("country" in match.meanings.precisions and GIVEN not in word.senses):
        return None
    called = match.first > 1 and "called" in passage.tokens.words[match.first - 1].senses and _is_called(passage, match)
    if called or _is_kin(passage, match):
        passage.persons.add(word.key)
        return "a name given to a person, an animal or a thing"
    if GIVEN not in word.senses and SURNAME not in word.senses:
        return None
    area = not AREAS.isdisjoint(match.meanings.precisions)
    if _is_led(passage, match) and not _is_born_to(passage, match, area=area):
        return None
    following = passage.tokens.words[match.last] if match.last < len(passage.tokens.words) else None
    before = passage.tokens.key(match.first - 1) if match.first else ""
    if (
        (following is not None and "household" in following.senses and before == "the")
        or (_AGE_AND_HOME if area else _AGE).match(text, match.end)
        or (not area and _OF_PLACE.match(text, match.end))
        or _shares_surname(passage, match, area=area)
        or (text[match.end : match.end + 2] == " (" and following is not None and "kin" in following.senses)
    ):
        passage.persons.add(word.key)
        return PERSON
    return None


def _is_kin(passage: Passage, match: Match) -> bool:
    """Whether a word of kinship leads to a name: "her son Austin", "a son, Austin,", "children: Kent and Troy"."""
    tokens, words, at = passage.tokens, passage.tokens.words, match.first
    left = words[at - 1]
    if not (left.capital or left.key == "and" or "kin" in left.senses):
        return False
    while at > max(1, match.first - BACK):
        if words[at - 1].capital and tokens.gap(at) in _COMMAS:
            at -= 1
        elif words[at - 1].key == "and" and words[at - 2].capital:
            at -= 2
        else:
            break
    if not at or "kin" not in words[at - 1].senses or words[at - 1].capital:
        return False
    gap = tokens.gap(at)
    if words[at - 1].key in _many():
        return gap in _LEADS
    if at != match.first or gap not in _LEADS:
        return False
    if gap != ", ":
        return True
    limited = any(words[k].key in _LIMITED or words[k].possessive for k in range(max(0, at - 5), at - 1))
    return limited and _ENDS.match(passage.text, match.end) is not None


@cache
def _many() -> frozenset[str]:
    return frozenset(term.term for term in load_terms("context_words") if (term.sense, term.value) == ("kin", "plural"))


def _is_called(passage: Passage, match: Match) -> bool:
    """Whether a person or a thing is called so ("a nurse called Virginia"), and not a place ("a town named Hope")."""
    tokens, words, at = passage.tokens, passage.tokens.words, match.first
    if tokens.gap(at) not in _CALLED:
        return False
    around = words[max(0, at - 5) : at - 1]
    if any(TYPE in word.senses or "place noun" in word.senses for word in around):
        return False
    return any(word.key in {"a", "an", "one"} for word in around)


def _is_born_to(passage: Passage, match: Match, *, area: bool) -> bool:
    """Whether a name is that of a parent: "born in Carterville to Cleveland and Virginia (Harrison) Hamilton"."""
    words = passage.tokens.words[max(0, match.first - BACK) : match.first]
    born = words[-1].key == "to" and any(word.key in ("born", "daughter", "son") for word in words)
    return born and _shares_surname(passage, match, area=area)


def _shares_surname(passage: Passage, match: Match, *, area: bool) -> bool:
    """Whether another given name and a surname follow: "Jackson and Dixie Marion", "Denver and Flo (Wood) Cain"."""
    tokens, words, at = passage.tokens, passage.tokens.words, match.last
    if at + 2 >= len(words) or words[at].key != "and" or not words[at + 1].capital or GIVEN not in words[at + 1].senses:
        return False
    of = match.first > 1 and words[match.first - 1].key == "of"
    if (of or area) and not (of and "kin" in words[match.first - 2].senses):
        return False  # "Madison Reeves of Benton and Brooklyn Hamilton of Clay"
    at += 2
    if tokens.gap(at) == " (" and at + 1 < len(words):
        at += 1
    surname = words[at]
    spaced = tokens.gap(at) in (" ", ") ")
    return spaced and surname.capital and _NO_SURNAME.isdisjoint(surname.senses) and not _is_area(passage, at)


def _is_led(passage: Passage, match: Match) -> bool:
    """Whether a preposition of place stands before a name."""
    return match.first > 0 and "locative" in passage.tokens.words[match.first - 1].senses


def _speaks(place: Place) -> bool:
    return place.precision == "country" or stands_for_government(place)


def _at(passage: Passage, match: Match) -> bool:
    before = passage.tokens.key(match.first - 1)
    return before in context("beside a place") or (before in _FROM and _beside_place(passage, match))


_FROM = frozenset({"from", "to", "between"})


def _beside_place(passage: Passage, match: Match) -> bool:
    """Whether another place's name follows in a list: "crews from Jackson and Baton Rouge", "from Paris, Blossom"."""
    words, at = passage.tokens.words, match.last
    if at in passage.covering and passage.text[match.end : match.end + 2] == ", ":
        return True
    return at + 1 < len(words) and words[at].key in ("and", "to", "or") and at + 1 in passage.covering


def _after_place(passage: Passage, match: Match) -> bool:
    """Whether a comma after another name leads up to this one ("Amman, Jordan")."""
    before = passage.covering.get(match.first - 1)
    return before is not None and passage.text[before.end : match.start] == ", "


def _is_match(passage: Passage, at: int) -> bool:
    match = passage.covering.get(at)
    return match is not None and match.sense is not None


def _is_area(passage: Passage, at: int) -> bool:
    match = passage.covering.get(at)
    return match is not None and not AREAS.isdisjoint(match.meanings.precisions)


def _is_apart(passage: Passage, match: Match) -> bool:
    """Whether the area behind a town's name holds no town of that name: "Warren Berlin", but not "Austin Texas"."""
    area = passage.covering.get(match.last)
    if area is None or area.first != match.last or "country" in match.meanings.precisions:
        return False
    senses = passage.tokens.words[match.last].senses
    named = GIVEN in senses or SURNAME in senses
    return named and not any(within(place, area) for place in match.open)


def _is_place_word(passage: Passage, at: int) -> bool:
    word: Word = passage.tokens.words[at]
    return not _KINDS_AND_TITLES.isdisjoint(word.senses) or _is_area(passage, at)
