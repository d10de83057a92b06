"""Finds the one person that a verb in the singular is told of where no word for a person is known: "the stoker was"."""

import re

from dashboard.extract.casualties_phrases import Phrase
from dashboard.extract.casualties_sentence import Sentence

CLAUSE = 12  # words before a verb among which its subject stands
DENIED = ("nobody", "anyone", "no", "not", "any", "limits", "hearsay", "all")
NO_PERSON = ("thing", "group", "unit")
ONE_HIT = re.compile(r"\w{2,}(?:ого|[аяую])")  # one person as an object: "поранено чергового, кондукторку"


def lone_subject(sentence: Sentence, at: int) -> Phrase | None:
    """The one before "was killed", whoever it is: "the driver of a bread van was killed"."""
    verb = next((k for k in range(at - 1, max(at - 5, -1), -1) if sentence.has(k, "singular")), None)
    if verb is None or not verb or sentence.has(verb - 1, "relative", "break", "them", "nobody", "and"):
        return None
    clause = range(max(verb - CLAUSE, 0), verb)
    first = next((k for k in reversed(clause) if sentence.has(k, "break") or sentence.word(k) in (";", ":", "|")), -1)
    subject = range(max(first + 1, clause[0]), verb)
    head = next((k for k in subject if sentence.has(k, "part_of", "preposition")), verb) - 1
    if any(sentence.has(k, *DENIED) for k in subject):
        return None
    if head < 0 or sentence.has(head, *NO_PERSON) or any(k in sentence.ends for k in range(head, verb + 1)):
        return None
    return _one(verb - 1) if any(sentence.word(k)[0].isalpha() for k in subject) else None


def lone_name(sentence: Sentence, at: int) -> Phrase | None:
    """A name before "died": two words with capitals that mean nothing else."""
    named = [sentence.tokens[k] for k in (at - 2, at - 1) if k >= 0]
    return _one(at - 1) if len(named) == 2 and all(t.capital and not t.senses for t in named) else None


def lone_person(sentence: Sentence, at: int) -> Phrase | None:
    """The one of a Ukrainian or Russian verb in the singular ("загинув слюсар", "машиніста вбито")."""
    if sentence.word(at - 1) == "," and at - 1 in sentence.ends:
        return None  # "померла жінка, поранена вчора"
    beside = [k for k in (at - 1, at + 1, at + 2) if sentence.word(k)]
    if any(sentence.has(k, *NO_PERSON) for k in beside) or any(k in sentence.starts for k in (at + 1, at + 2)):
        return None
    if sentence.has(at, "impersonal"):
        known = [k for k in (at + 1, at - 1) if sentence.word(k) and not sentence.tokens[k].senses]
        hit = next((k for k in known if ONE_HIT.fullmatch(sentence.word(k))), None)
        return None if hit is None else _with_next(sentence, hit)
    return _one(at) if sentence.has(at, "singular") else None


def _with_next(sentence: Sentence, at: int) -> Phrase:
    """The one at a position, with those listed right behind: "кондукторку й шестеро пасажирів"."""
    listed = sentence.starts.get(at + 2) if sentence.has(at + 1, "and") else None
    if listed is None or listed.used or listed.best is None or listed.head not in ("one", "person"):
        return _one(at)
    listed.used = True
    persons = listed.best + 1
    return Phrase(at, listed.last, persons, persons, persons, None, "person", [(at, listed.last)], listing=True)


def _one(at: int) -> Phrase:
    return Phrase(at, at + 1, 1, 1, 1, None, "one", [(at, at + 1)], article=True, listing=True)
