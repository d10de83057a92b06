"""Turns a form, a regular expression that names senses of the vocabulary, into one that finds their phrases.

The words lie in `phrases.csv` and, for what stands around place names, in `role_words.csv`: one phrase a row, `*` for
any letters, `...` between two words for up to four others. What stays in the code is the order of things.
"""

import re
from collections import defaultdict
from functools import cache

from dashboard.errors import VocabularyError
from dashboard.extract.words.terms import load_terms

FILES = ("phrases", "role_words")
SENSE = re.compile(r"<(\w+)>")
PARTS = re.compile(r" \.\.\. |.")
SIGNS = {" ... ": r"\s+(?:[^\s.,;:]+\s+){0,4}", " ": r"\s+", "*": r"\w*", "'": "['’ʼ]"}

_Tree = dict[str, "_Tree"]


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
    """The terms of a sense as one expression, in which each letter is looked at once for all terms that share it."""
    terms = all_terms().get(sense)
    if terms is None:
        named = " or ".join(f"{name}.csv" for name in FILES)
        raise VocabularyError(f"{named}: no row has the sense {sense!r}, which a rule asks for; add one")
    tree: _Tree = {}
    for term in sorted(terms, key=len, reverse=True):
        branch = tree
        for part in PARTS.findall(term):
            branch = branch.setdefault(_expression(part), {})
        branch[""] = {}
    if any(not first[0].isalnum() for first in tree):
        return rf"(?<!\w)(?i:{_expressions(tree)})(?!\w)"
    # Led by a set of letters, which is searched for in C; what stands before the letter is looked at from behind it.
    letters = "".join(sorted(first.lower() + first.upper() for first in tree))
    rest = "|".join(f"(?<=[{first.lower()}{first.upper()}])(?i:{_expressions(tree[first])})" for first in tree)
    return rf"(?:[{letters}](?<!\w.)(?:{rest}))(?!\w)"


def _expressions(tree: _Tree) -> str:
    """A tree of expressions as one, that of the longest term first."""
    found = [first + _expressions(rest) for first, rest in tree.items() if first]
    if "" in tree:
        found.append("")
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"


def _expression(part: str) -> str:
    """What a letter or sign of a term stands for."""
    return SIGNS.get(part) or re.escape(part.lower())


@cache
def all_terms() -> dict[str, frozenset[str]]:
    """The phrases of each sense."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in FILES:
        for term in load_terms(name):
            found[term.sense].add(term.term)
    return {sense: frozenset(terms) for sense, terms in found.items()}
