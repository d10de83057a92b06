"""Reads persons beside the state that they are in: "two were killed", "the dead are two men and a child"."""

from dashboard.extract.casualties.care import FAR, NEAR
from dashboard.extract.casualties.continued import tell_of_same
from dashboard.extract.casualties.lone import apposed, lone, lone_subject, nth_person
from dashboard.extract.casualties.phrases import DASHES, Phrase
from dashboard.extract.casualties.sentence import Sentence


def read_participle(sentence: Sentence, at: int, kind: str) -> None:
    """ "Two were killed", "killed two people", "13 killed", "Killed: 13"; "the dead are two men and a child"."""
    word = sentence.word(at)
    one = sentence.starts.get(at + 1)
    if one is not None and sentence.has(at, "dead") and sentence.has(at - 1, "indefinite", "owned"):
        sentence.add(kind, at, one, f"'{word}' before the one", subset=True)  # "a dead woman"
        return
    if sentence.nominal(at):
        if not _numbered(sentence, at, kind):
            _who(sentence, at, kind)
        return
    passive = sentence.passive(at)
    if sentence.has(at + 1, "object") and not passive:
        tell_of_same(sentence, at, kind)  # "a drone had killed him"
        return
    before = nth_person(sentence, at, kind) if passive else None
    before = before or ((sentence.left(at, FAR) or lone_subject(sentence, at)) if passive else None)
    if before is not None:
        if not _unfit(sentence, at, before) and not _one_of_several(sentence, before, at):
            sentence.add(kind, at, before, f"the persons were '{word}'")
        return
    aux = None if at else next((k for k in range(1, NEAR + 3) if sentence.has(k, "plural", "singular")), None)
    if aux is not None and (behind := sentence.right(aux + 1, 0)) is not None:
        sentence.add(kind, at, behind, f"who were '{word}'")  # "Killed in the blast were three dockers"
        return
    beside = sentence.ends.get(at) or apposed(sentence, at)
    if beside is not None and beside.head == "thing" and kind == "injured" and sentence.has(at - 1, "harm"):
        sentence.add(kind, at, lone(at), "a part of one person's body")  # "both legs injured"
        return
    if beside is not None and (beside.used or beside.subset or beside.ordinal or beside.head == "thing"):
        beside = None
    behind = sentence.right(at + 1, 1) if sentence.has(at, "part") else None
    if sentence.has(at, "dead") and sentence.has(at + 1, "aux"):
        behind = sentence.right(at + 2, 0)  # "dead is a man of 40"
    if behind is None and sentence.word(at + 1) in DASHES:
        behind = sentence.right(at + 2, 0)
    if beside is not None and _unfit(sentence, at, beside):
        return
    if beside is not None and (behind is None or beside.head != "one"):
        sentence.add(kind, at, beside, f"a count beside '{word}'")
    elif behind is not None:
        sentence.add(kind, at, behind, f"'{word}' and the persons behind it")
    elif (phrase := sentence.left(at, NEAR + 1)) is not None and not _unfit(sentence, at, phrase):
        sentence.add(kind, at, phrase, f"a count before '{word}'")


def _unfit(sentence: Sentence, at: int, phrase: Phrase) -> bool:
    """Whether a state that things can be in is told of what may be things: "five lorries burnt", "one burnt a barn"."""
    if sentence.has(at, "part", "dead"):
        return False
    return phrase.head == "other" or (phrase.head == "bare" and sentence.has(at + 1, "article"))


def _one_of_several(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether a plural verb says that more persons are meant than could be counted: "Olena and her son were killed"."""
    plural = any(token.has("plural") for token in sentence.tokens[phrase.last : at])
    return phrase.head == "one" and phrase.best == 1 and plural


def _numbered(sentence: Sentence, at: int, kind: str) -> bool:
    """ "The injured now number 21"."""
    for k in (at + 1, at + 2):
        phrase = sentence.right(k + 1, 0) if sentence.has(k, "numbers") else None
        if phrase is not None:
            sentence.add(kind, at, phrase, f"how many the '{sentence.word(at)}' are", update=True)
            return True
    aside = sentence.right(at + 2, 0) if sentence.word(at + 1) == "," else None
    if aside is None or aside.head not in ("bare", "general") or sentence.has(at - 2, "among"):
        return False
    if "," not in [sentence.word(k) for k in range(aside.last, aside.last + NEAR)]:
        return False
    sentence.add(kind, at, aside, f"how many the '{sentence.word(at)}' are")  # "the injured, nine in all, are"
    return True


def _who(sentence: Sentence, at: int, kind: str) -> None:
    """ "The dead are two men, two women and a child"; "among the dead was a girl", "a girl was among the dead"."""
    word = sentence.word(at)
    if sentence.has(at - 2, "among") and (before := sentence.left(at - 2, NEAR)) is not None:
        sentence.add(kind, at, before, f"among the '{sentence.word(at)}'", subset=True)
    if (told := sentence.right(at + 1, 0, persons=True)) is not None:
        sentence.add(kind, at, told, f"one of the '{word}'", subset=True)  # "the dead woman, 83,"
        return
    if not (sentence.has(at + 1, "aux") or sentence.word(at + 1) in DASHES):
        return
    phrase = sentence.right(at + 2, 1, persons=sentence.word(at + 1) not in DASHES)
    if phrase is not None:
        among = sentence.has(at - 1, "among") or sentence.has(at - 2, "among") or sentence.has(at - 2, "part_of")
        sentence.add(kind, at, phrase, f"who the '{sentence.word(at)}' are", subset=among)
