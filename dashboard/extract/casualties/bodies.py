"""Reads the dead told by their bodies and their lives: "the fifth body", "тіло жінки", "claimed 12 lives"."""

from dashboard.extract.casualties.lone import lone
from dashboard.extract.casualties.phrases import Phrase
from dashboard.extract.casualties.sentence import Sentence

ASIDE = 12  # words of an aside behind "a third": ", that of a man of 38,"
NEAR = 4  # words between one more of the dead and that he was found
COST_WITHIN = 10  # words between "cost" and "her life"


def read_body(sentence: Sentence, at: int) -> None:
    """ "Five bodies", "the fifth body", "the remains of five people", "the body of a woman"."""
    before = sentence.ends.get(at)
    if before is not None and before.head == "bare":
        sentence.add("killed", at, before, "a count of bodies", update=before.ordinal)
        return
    skip = 2 if sentence.has(at + 1, "part_of") else 1
    nth = sentence.starts.get(at + 1)
    if nth is not None and nth.ordinal and not nth.used and _is_next(sentence, nth):
        nth.ordinal = False
        sentence.add("killed", at, nth, "one more of the bodies counted before", update=True)  # "тіло третього"
        return
    if (phrase := sentence.right(at + skip, 1, persons=True)) is not None:
        sentence.add("killed", at, phrase, "whose bodies they are")
    elif sentence.has(at, "singular") or sentence.word(at - 1).endswith("'s"):
        sentence.add("killed", at, lone(at), f"one '{sentence.word(at)}'")


def read_lives(sentence: Sentence, at: int) -> None:
    """ "Claimed 12 lives", "seven lives have been lost", "760 життів"; lives that were saved are none."""
    phrase = sentence.ends.get(at) or sentence.ends.get(at + 1)
    if phrase is None and sentence.has(at - 1, "owned"):
        phrase = sentence.ends.get(at - 1)  # "cost a farmer his life"
    if phrase is None and not sentence.word(at).isascii():
        phrase = sentence.starts.get(at + 1)  # "забрала життя трьох людей"
    owned = sentence.has(at - 1, "owned")
    if phrase is None and owned and any(sentence.has(k, "loses") for k in range(at - COST_WITHIN, at)):
        sentence.add("killed", at, lone(at - 1), "whom it cost the life")  # "cost its owner, a teacher, her life"
        return
    known = ("bare", "person", "general", "one") if owned else ("bare", "person", "general")
    if phrase is None or phrase.head not in known or sentence.has(phrase.last, "noun"):
        return
    if not sentence.near_before(phrase.first, "saved"):
        sentence.add("killed", at, phrase, "a count of lives")


def read_recovered(sentence: Sentence) -> None:
    """ "Two bodies were found by noon; a third was dug out later": one more of the dead counted before."""
    if "recovered" not in sentence.senses:
        return
    for phrase in sentence.phrases:
        if phrase.used or not phrase.ordinal or phrase.head != "bare" or not _is_next(sentence, phrase):
            continue
        last = phrase.last
        if sentence.word(last) == ",":
            last = next((k + 1 for k in range(last + 1, last + ASIDE) if sentence.word(k) == ","), last)
        near = range(last, last + NEAR)
        found = next((k for k in near if sentence.has(k, "recovered")), None)
        if found is None or any(
            sentence.has(k, "survives", "safe", "unhurt") for k in range(last, len(sentence.tokens))
        ):
            continue
        phrase.ordinal = False
        sentence.add("killed", found, phrase, "one more of the dead counted before", update=True)


def _is_next(sentence: Sentence, nth: Phrase) -> bool:
    """Whether an ordinal counts one more than the dead told of before."""
    before = [r for r in sentence.readings if r.kind == "killed" and r.last <= nth.first and r.phrase.best]
    counted = before[-1].phrase.best if before else sentence.counted if sentence.known == "killed" else None
    return counted is not None and nth.best == counted + 1
