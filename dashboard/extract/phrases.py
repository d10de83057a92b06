"""Turns a form, a regular expression that names senses of the vocabulary, into one that finds their phrases.

The words lie in `phrases.csv` and, for what stands around place names, in `role_words.csv`: one phrase a row, `*` for
any letters, `...` between two words for up to four others. What stays in the code is the order of things.
"""

import re
from collections import defaultdict
from functools import cache

from dashboard.errors import VocabularyError
from dashboard.extract.terms import load_terms

FILES = ("phrases", "role_words")
SENSE = re.compile(r"<(\w+)>")
GAP = r"\s+(?:[^\s.,;:]+\s+){0,4}"


@cache
def pattern(form: str) -> re.Pattern[str]:
    """The expression of a form in which `<sense>` stands for any phrase of that sense: whole words, in any case.

    All else in the form is an ordinary regular expression, which tells capitals from small letters. Raises
    VocabularyError where no row has a sense that the form names.
    """
    return re.compile(SENSE.sub(lambda named: _any_of(named.group(1)), form))


def phrase(sense: str) -> re.Pattern[str]:
    """The expression that finds the phrases of one sense."""
    return pattern(f"<{sense}>")


def _any_of(sense: str) -> str:
    terms = _terms().get(sense)
    if terms is None:
        named = " or ".join(f"{name}.csv" for name in FILES)
        raise VocabularyError(f"{named}: no row has the sense {sense!r}, which a rule asks for; add one")
    longest_first = sorted(terms, key=len, reverse=True)
    return rf"(?<!\w)(?i:{'|'.join(map(_expression, longest_first))})(?!\w)"


def _expression(term: str) -> str:
    escaped = re.escape(term).replace(r"\ \.\.\.\ ", GAP).replace(r"\ ", r"\s+")
    return escaped.replace(r"\*", r"\w*").replace("'", "['’ʼ]")


@cache
def _terms() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in FILES:
        for term in load_terms(name):
            found[term.sense].add(term.term)
    return {sense: frozenset(terms) for sense, terms in found.items()}
