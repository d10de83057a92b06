"""Finds single persons told without a number: "an elderly woman", "his wife", "62-річний чоловік", "Olena, 34,"."""

from dashboard.extract.casualties.nouns import AGED, NAME_GAP, compound, inside, name, unknown
from dashboard.extract.casualties.phrases import Phrase
from dashboard.extract.casualties.tokens import Token

BEFALLS = ("part", "state", "did", "verb", "aux", "have", "gets", "care")  # words for what befalls a person


def single_person(tokens: list[Token], at: int) -> Phrase | None:
    """One person by an article or none: "an elderly woman", "his wife", "another", "62-річний чоловік", "Woman"."""
    token = tokens[at]
    article = token.has("article", "one")
    start, aged = at + 1 if article else at, None
    for k in range(start, min(start + NAME_GAP, len(tokens))):
        word = tokens[k]
        if "single" in word.senses:
            return _one(at, name(tokens, compound(tokens, k + 1)), article, int(word.senses["single"] or 1))
        if AGED.fullmatch(word.word):
            behind = tokens[k + 1] if k + 1 < len(tokens) else None
            if (
                behind is None
                or behind.has("part", "did", "state", "aux", "care", "and")
                or not behind.word[0].isalnum()
            ):
                return _one(at, k + 1, article)
            aged = k + 2 if behind.word[0].isalpha() and not behind.senses else None
            continue
        if not (inside(word) or word.has("ordinal", "rank")) or not (article or AGED.fullmatch(word.word)):
            break
    if aged is not None:
        return _one(at, aged, article)  # "44-річного будівельника": only persons are told by their age
    if token.has("rank") and (last := name(tokens, at)) > at + 1:
        return _one(at, last)
    owner = token.word.isascii() or (at > 0 and tokens[at - 1].has("and"))
    if article and owner and (last := unknown(tokens, at + 1)) > at + 1:
        return _one(at, last)
    if token.has("another") and (not token.has("contrasted") or _is_subject(tokens, at)):
        return Phrase(at, at + 1, 1, 1, 1, None, "bare", [(at, at + 1)], article=True)
    return None


def _is_subject(tokens: list[Token], at: int) -> bool:
    """Whether what befell somebody stands right behind: "the other was hurt", and not "the other day"."""
    return at + 1 < len(tokens) and tokens[at + 1].has(*BEFALLS)


def named_person(tokens: list[Token], found: list[Phrase], age: Phrase) -> Phrase | None:
    """The person whose name an age follows: "Olena Petrenko, 34,"."""
    last = first = age.first - 1
    while first > 0 and tokens[first - 1].capital and not tokens[first - 1].senses:
        first -= 1
    if first == last or tokens[last].word != "," or (found and found[-1].last > first):
        return None
    if found and found[-1].last == first and found[-1].head in ("one", "person"):
        found[-1].last = last  # "her daughter Sofia, 6,"
        return None
    return _one(first, last)


def _one(first: int, last: int, article: bool = True, persons: int = 1) -> Phrase:
    return Phrase(first, last, persons, persons, persons, None, "one", [(first, last)], article=article, listing=True)
