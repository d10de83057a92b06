"""Reads what no rule has: persons whose fate any word of their clause hints at ("six with splinters in their legs")."""

from bisect import bisect_left
from collections.abc import Sequence

from dashboard.extract.casualties.lone import WHO, lone, same
from dashboard.extract.casualties.phrases import Phrase
from dashboard.extract.casualties.sentence import STOPS, Sentence
from dashboard.extract.casualties.tokens import Token

BEFORE, BEHIND = 14, 7  # words between persons and what hints at their fate
COMMAS = 2
DENIED_WITHIN = 3
WITH = 3  # words between a number and "wounds": "23 with blast wounds"
MOST = 300  # a hint at more persons tells of years of work, not of one strike
SUBJECT = 6  # words of a subject that is no word for a person that is known
PARTS = (*STOPS, "—", "–", "(", ")")
NO_PERSON = ("thing", "group", "unit", "nobody", "no", "all", "hearsay", "limits", "not", "any", "anyone", "body")


def read_hints(sentence: Sentence, hinted: Sequence[Token]) -> None:
    """Adds the persons whom no rule has read, of the kind that the nearest hint in their clause gives.

    `hinted` are the tokens of the sentence by the vocabulary of hints.
    """
    if not hinted:
        return
    starts = [token.start for token in sentence.tokens]
    helping = {bisect_left(starts, token.start) for token in hinted if token.has("helper")}
    telling = {bisect_left(starts, token.start) for token in hinted if token.has("speaks", "by_whom")}
    for sense in ("hint", "hint_care"):  # what befell persons says more than who cares for them
        ahead = 0
        for token in hinted:
            kind = token.senses.get(sense)
            first, last = bisect_left(starts, token.start), bisect_left(starts, token.end)
            if kind is None or not ahead <= first < last or any(k in sentence.done for k in range(first, last)):
                continue
            ahead = last
            if sentence.unreal(first) or _is_denied(sentence, first):
                continue
            phrase = _before(sentence, first) or _behind(sentence, last, sense == "hint")
            if phrase is None and token.has("hint_of_one"):
                _tell_of_one(sentence, first, kind)
            if phrase is None or phrase.last in telling or phrase.first - 1 in telling:
                continue
            helps = any(k in helping for k in range(phrase.first, phrase.last)) or phrase.head == "other"
            holds = phrase.last > first and phrase.first < last and phrase.head != "other"
            if not (holds or (helps and sense == "hint_care")):
                sentence.add(kind, first, phrase, f"persons in whose clause stands '{token.word}'")


def _before(sentence: Sentence, at: int) -> Phrase | None:
    """The nearest persons before a hint in its clause, if nothing is told of them yet."""
    around = next((p for p in sentence.phrases if p.first < at < p.last and p.head == "other"), None)
    if around is not None:
        return around if _fits(sentence, around, 0) else None
    commas, k = 0, at - 1
    while k >= max(at - BEFORE, 0):
        phrase = sentence.ends.get(k + 1)
        if phrase is not None and phrase.head != "thing":
            return phrase if _fits(sentence, phrase, at - phrase.last) else None
        commas += sentence.word(k) == "," and k not in sentence.ages
        if commas > COMMAS or k in sentence.done or sentence.word(k) in PARTS or sentence.has(k, "break", "contrast"):
            return None
        k -= 1
    return None


def _behind(sentence: Sentence, at: int, numbered: bool) -> Phrase | None:
    """The nearest persons behind a hint in its clause, if nothing is told of them yet."""
    for k in range(at, min(at + BEHIND, len(sentence.tokens))):
        phrase = sentence.starts.get(k)
        if phrase is not None and phrase.head != "thing":
            return phrase if (numbered or phrase.head != "bare") and _fits(sentence, phrase, k - at) else None
        if k in sentence.done or not sentence.word(k)[0].isalnum() or sentence.has(k, "break", "and", "contrast"):
            return None
    return None


def _fits(sentence: Sentence, phrase: Phrase, apart: int) -> bool:
    """Whether a phrase counts persons; a number alone does right beside a hint."""
    if phrase.used or phrase.ordinal or phrase.subset or phrase.best is None or phrase.best > MOST:
        return False
    return phrase.head != "bare" or apart <= (WITH if sentence.has(phrase.last, "with") else 1)


def _is_denied(sentence: Sentence, at: int) -> bool:
    return any(sentence.has(k, "not", "no", "nobody", "unreal") for k in range(max(at - DENIED_WITHIN, 0), at))


def _tell_of_one(sentence: Sentence, at: int, kind: str) -> None:
    """ "The miller did not get out"; "doctors had no chance" tells of the one told of before."""
    first = at
    while first > max(at - SUBJECT, 0) and sentence.word(first - 1)[0].isalpha():
        first -= 1
    subject = range(first, at)
    if any(sentence.has(k, *NO_PERSON) for k in subject):
        return
    if not subject or all(sentence.has(k, "he", "pronoun") for k in subject):
        sentence.add(kind, at, same(at), f"'{sentence.word(at)}', of the one told of before")
        return
    named = sentence.capital(first) or any(WHO.fullmatch(sentence.word(k)) for k in subject)
    if named or (sentence.has(first, "article", "owned") and len(subject) > 1):
        sentence.add(kind, at, lone(at - 1), f"the one before '{sentence.word(at)}'")
