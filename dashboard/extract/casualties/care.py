"""Reads who is in medical care, and who came away with wounds: "rushed to a clinic", "left her with a broken arm"."""

from dataclasses import replace

from dashboard.extract.casualties.continued import is_he, tell_of_same
from dashboard.extract.casualties.lone import lone, lone_subject, nth_person
from dashboard.extract.casualties.sentence import Sentence

NEAR = 3  # words between a verb and the persons it acts on
FAR = 14  # words between persons and what befell them
HARM_REACH = 4  # words between a verb of suffering and what was suffered
OF_ONE = ("ы", "и")  # the genitive of one woman ends in them, that of several in none: "у женщины", "у женщин"
CONVEYED_WITHIN = 6  # words between "taken" and "hospital"


def is_brought(sentence: Sentence, at: int) -> bool:
    """Whether persons are or come to be in a place of care: "rushed to a clinic", "are in the city hospital"."""
    for k in range(at - 1, max(at - 1 - CONVEYED_WITHIN, 0), -1):
        if sentence.word(k) in ("to", "in", "into", "at"):
            done = sentence.has(k - 1, "conveyed") or (
                sentence.has(k - 2, "conveyed") and not sentence.has(k - 1, "det")
            )
            return done or sentence.has(k - 2, "is_being") or sentence.has(k - 3, "is_being")
        if not sentence.word(k)[0].isalpha():
            return False
    return False


def read_left_with(sentence: Sentence, at: int) -> None:
    """ "Left a woman of 60 with a gashed arm", "left homes without windows and a woman with a gashed arm"."""
    phrase = sentence.right(at + 1, NEAR)
    if phrase is None:
        joined = (k for k in range(at + 1, at + FAR) if sentence.has(k, "and"))
        phrase = next((p for k in joined if (p := sentence.right(k + 1, 0)) is not None), None)
    behind = phrase.last if phrase is not None else at
    while behind in sentence.ages or sentence.has(behind, "part_of", "single"):
        behind += 1
    if phrase is None or not sentence.has(behind, "with"):
        return
    if any(sentence.has(k, "harm") for k in range(behind + 1, behind + 1 + HARM_REACH)):
        sentence.add("injured", at, phrase, f"whom it '{sentence.word(at)}' with wounds")


def read_loss(sentence: Sentence, at: int) -> None:
    """ "Lost four of its people", who are dead; "cost a man his left leg", who is hurt; not "cost a woman her home"."""
    phrase = sentence.right(at + 1, NEAR, persons=True)
    if phrase is None or sentence.has(phrase.last, "part", "state") or sentence.near_before(at, "foe"):
        return
    behind = next((k for k in range(phrase.last, at + FAR) if k not in sentence.ages), phrase.last)
    maimed = any(sentence.has(k, "harm") for k in (behind + 1, behind + 2))
    if maimed or not sentence.has(behind, "owned"):
        sentence.add("injured" if maimed else "killed", at, phrase, f"whom it '{sentence.word(at)}'")


def read_wounds(sentence: Sentence, at: int) -> None:
    """ "У 39-річної водійки вибухова травма", "у водителя - контузия"."""
    for k in range(at, max(at - HARM_REACH, 0), -1):
        if any(r.phrase.first == k for r in sentence.readings):
            return  # "у женщины перелом руки"
        if k and sentence.has(k, "of_him") and sentence.has(k - 1, "whose"):
            tell_of_same(sentence, at, "injured")
            return
        phrase = sentence.ends.get(k)
        if phrase is not None and sentence.has(k, "with") and phrase.head in ("person", "general") and not phrase.used:
            sentence.add("injured", at, phrase, f"who are there with a '{sentence.word(at)}'")
            return
        if phrase is not None and not phrase.used and sentence.has(phrase.first - 1, "whose"):
            told = any(sentence.word(j) == ":" for j in range(phrase.first)) and bool(sentence.readings)
            sentence.add("injured", at, phrase, f"who has a '{sentence.word(at)}'", subset=told)  # "two: he has a ..."
            return
        if k < at and sentence.has(k, "person") and sentence.has(k - 1, "whose") and sentence.word(k).endswith(OF_ONE):
            sentence.add("injured", at, lone(k), f"who has a '{sentence.word(at)}'")
            return
        if (
            k < at
            and (sentence.tokens[k].senses or sentence.word(k) == ",")
            and not sentence.has(k, "harm", "adjective")
        ):
            return


def read_care(sentence: Sentence, at: int, kind: str) -> None:
    """ "12 people were treated", "three of her crew are in hospital"; "one is in hospital" is part of those hurt."""
    nth = nth_person(sentence, at, kind)
    phrase = nth or sentence.left(at, FAR) or lone_subject(sentence, at)
    last = sentence.readings[-1] if sentence.readings else None
    if last is not None and last.kind == "unsplit" and not last.negated and at - last.last <= CONVEYED_WITHIN:
        sentence.readings[-1] = replace(last, kind="injured", last=at + 1, rule="casualties in medical care")
        return
    if phrase is None and kind == "injured" and is_he(sentence, at):
        tell_of_same(sentence, at, kind)
    if phrase is None:
        return
    still = any(t.has("still") for t in sentence.tokens[phrase.last : at + 1])
    still = still and not any(sentence.has(k, "leaves") for k in (phrase.first - 1, phrase.first - 2))
    told = phrase.head == "bare" and sentence.has(phrase.first - 1, "det")  # "the five are being treated"
    part = told or (phrase.head == "bare" and phrase is not nth and any(r.kind == kind for r in sentence.readings))
    sentence.add(kind, at, phrase, "persons in medical care", subset=still or part)
