"""Reads the dead told by their bodies and their lives: "the fifth body", "тіло жінки", "claimed 12 lives"."""

from dashboard.extract.casualties.lone import lone
from dashboard.extract.casualties.sentence import Sentence


def read_body(sentence: Sentence, at: int) -> None:
    """ "Five bodies", "the fifth body", "the remains of five people", "the body of a woman"."""
    before = sentence.ends.get(at)
    if before is not None and before.head == "bare":
        sentence.add("killed", at, before, "a count of bodies", update=before.ordinal)
        return
    skip = 2 if sentence.has(at + 1, "part_of") else 1
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
    known = ("bare", "person", "general", "one") if sentence.has(at - 1, "owned") else ("bare", "person", "general")
    if phrase is None or phrase.head not in known or sentence.has(phrase.last, "noun"):
        return
    if not sentence.near_before(phrase.first, "saved"):
        sentence.add("killed", at, phrase, "a count of lives")
