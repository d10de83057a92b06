"""Says of a single word in which senses the vocabulary has it: names are judged by the words around them."""

from collections import defaultdict
from functools import cache

from dashboard.geocode.spelling.folding import is_cyrillic, key
from dashboard.geocode.spelling.forms import case_forms
from dashboard.geocode.spelling.words import load_terms

TYPE, DEMONYM, GIVEN, SURNAME, ORDINARY = "type word", "demonym", "given name", "surname", "ordinary word"
NONE: frozenset[str] = frozenset()
_FILES = {"type_words": TYPE, "demonyms": DEMONYM, "surnames": SURNAME, "ordinary_words": ORDINARY}


def senses_of(word: str) -> frozenset[str]:
    """The senses that a word has by its key: those of context_words.csv, and one for each of the other lists."""
    return _senses().get(word, NONE)


@cache
def _senses() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for term in load_terms("context_words"):
        found[term.term].add(term.sense)
    for file, sense in _FILES.items():
        for term in load_terms(file):
            found[term.term].add(sense)
    for word in _given_names():
        found[word].add(GIVEN)
    shared: dict[frozenset[str], frozenset[str]] = {}
    return {
        word: shared.setdefault(senses, senses)
        for word, senses in zip(found, map(frozenset, found.values()), strict=True)
    }


def _given_names() -> set[str]:
    """Given names by key, Cyrillic ones in all cases."""
    names: set[str] = set()
    for term in load_terms("given_names"):
        names.update({key(form) for form in case_forms(term.term)} if is_cyrillic(term.term) else {key(term.term)})
    return names
