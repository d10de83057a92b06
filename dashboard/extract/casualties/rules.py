"""Binds counts of persons to the words that say what befell them, within one sentence."""

from collections.abc import Collection, Sequence

from dashboard.extract.casualties.bodies import read_body, read_lives, read_recovered
from dashboard.extract.casualties.care import (
    FAR,
    HARM_REACH,
    NEAR,
    is_brought,
    read_care,
    read_left_with,
    read_loss,
    read_wounds,
)
from dashboard.extract.casualties.continued import died_since, is_he, read_contrast, read_saving, tell_of_same, tell_who
from dashboard.extract.casualties.denials import read_denials
from dashboard.extract.casualties.hints import read_hints
from dashboard.extract.casualties.lone import (
    is_told_dead,
    lone,
    lone_name,
    lone_person,
    meant,
    nth_person,
    relative_object,
    same,
    with_mate,
)
from dashboard.extract.casualties.marking import marked
from dashboard.extract.casualties.participles import read_participle
from dashboard.extract.casualties.phrases import DASHES
from dashboard.extract.casualties.sentence import Kind, Reading, Sentence
from dashboard.extract.casualties.tokens import Token
from dashboard.extract.casualties.tolls import read_answer, read_followers, read_tolls

CUES = frozenset(
    (
        *("part", "state", "did", "verb", "noun", "caused", "body", "life", "care", "care_place", "gets", "leaves"),
        *("harm", "to_save", "proved"),
    )
)


def read_sentence(
    tokens: list[Token],
    known: Kind | None,
    counted: int = 0,
    survived: bool = False,
    totals: Collection[int] = (),
    asked: Kind | None = None,
    hinted: Sequence[Token] = (),
) -> list[Reading]:
    """The figures of a sentence in text order. `known` is the kind that the text spoke of last, `counted` how many.

    `survived` says that the sentence before tells of somebody who did, `totals` are the numbers of dead told so far,
    `asked` is the kind that a question right before asks for, `hinted` are the tokens of the sentence by the vocabulary
    of hints.
    """
    sentence = Sentence(tokens, known, counted, totals)
    read_answer(sentence, asked)
    read_denials(sentence)
    read_tolls(sentence)
    for at, token in enumerate(tokens):
        if token.senses and at not in sentence.done and not CUES.isdisjoint(token.senses) and not sentence.unreal(at):
            _cue(sentence, at, token)
    if survived or "survives" in sentence.senses:
        read_contrast(sentence, survived)
    read_recovered(sentence)
    read_followers(sentence)
    read_hints(sentence, hinted)
    readings = marked(sentence)
    if any(r.kind == "killed" and not r.negated for r in readings):  # "five killed, none wounded"
        readings = [r for r in readings if r.kind != "killed" or not r.negated]
    return sorted(readings, key=lambda r: (r.phrase.spans[0][0], r.kind != "killed"))


def _cue(sentence: Sentence, at: int, token: Token) -> None:
    senses = token.senses
    if "part" in senses or "state" in senses:
        fatal = sentence.has(at - 1, "fatal") and not sentence.has(at - 2, "nobody", "not")
        read_participle(sentence, at, "killed" if fatal else senses.get("part") or senses.get("state") or "")
    elif "did" in senses:
        kind = senses["did"] or ""
        if (phrase := nth_person(sentence, at, kind) or sentence.left(at, FAR) or lone_name(sentence, at)) is not None:
            sentence.add(kind, at, phrase, f"the persons before '{token.word}'")
        elif sentence.has(at - 1, "relative"):
            tell_who(sentence, at, kind)
        elif is_he(sentence, at):
            tell_of_same(sentence, at, kind)
        elif kind == "killed":
            died_since(sentence, at)
    elif "verb" in senses or ("noun" in senses and not token.word.isascii()):
        _either(sentence, at, senses.get("verb") or senses.get("noun") or "")
    elif "caused" in senses:
        if (phrase := sentence.right(at + 1, NEAR) or meant(sentence, at)) is not None:
            befell = "killed" if sentence.has(at - 1, "fatal") else senses["caused"]
            sentence.add(befell, at, phrase, f"'{token.word}' and the persons it befell")
        elif sentence.has(at + 1, "object") or (sentence.has(at + 1, "pronoun") and sentence.has(at, "to_save")):
            tell_of_same(sentence, at, senses["caused"] or "")  # "a splinter kills him", "unable to save her"
    elif "noun" in senses:
        _noun(sentence, at, senses["noun"] or "")
    elif "body" in senses:
        read_body(sentence, at)
    elif "life" in senses:
        read_lives(sentence, at)
    elif "care" in senses or ("care_place" in senses and is_brought(sentence, at)):
        read_care(sentence, at, senses.get("care") or "injured")
    elif "gets" in senses:
        _harmed(sentence, at)
    elif "leaves" in senses:
        read_left_with(sentence, at)
    elif "harm" in senses:
        read_wounds(sentence, at)
    elif "to_save" in senses:
        read_saving(sentence, at)
    elif "proved" in senses and sentence.has(at + 1, "fatal") and sentence.has(at - 1, "harm"):
        tell_of_same(sentence, at, "killed")


def _either(sentence: Sentence, at: int, kind: str) -> None:
    """Ukrainian and Russian put the persons before or behind: within the clause, before wins."""
    if sentence.has(at - 1, "object") and sentence.has(at, "verb"):
        tell_of_same(sentence, at, kind)  # "її вбила ракета"
        return
    if kind == "killed" and (victim := relative_object(sentence, at)) is not None:
        sentence.add(kind, at, victim, f"whom it '{sentence.word(at)}'")
        return
    dashed = sentence.word(at - 1) in DASHES
    beside = sentence.ends.get(at - 1 if dashed else at)
    if is_told_dead(sentence, at):
        return
    if kind == "injured" and any(r.kind == "killed" and r.phrase is beside for r in sentence.readings):
        return  # "помер ще один поранений"
    if beside is not None and beside.ordinal and sentence.has(at, "noun"):
        sentence.add(kind, at, beside, f"a count of '{sentence.word(at)}'", update=True)
        return
    aside = beside is not None and beside.subset and dashed  # "двоє людей — мати й син — загинули"
    fits = beside is not None and not (beside.used or beside.ordinal or beside.head == "thing" or aside)
    before = beside if fits else sentence.left(at, NEAR + 2)
    turn = "arrives" if sentence.has(at, "ward") else "became"  # "жертвой удара стал водитель"
    behind = sentence.right(next((k for k in range(at, at + FAR) if sentence.has(k, turn)), at) + 1, NEAR + 1)
    if behind is None and sentence.word(at + 1) in DASHES:
        behind = sentence.right(at + 2, 1)
    if behind is None and sentence.has(at, "noun") and sentence.has(at + 1, "preposition"):
        number = sentence.right(at + 3, NEAR)  # "поранених у місті вже п'ятеро"
        behind = number if number is not None and number.head == "bare" else None
    phrase = before if before is not None and not before.subset else behind
    if phrase is not None and kind != "killed" and sentence.has(phrase.first - 1, "body"):
        return  # "під завалами знайшли тіло сторожа"
    if phrase is None and sentence.word(at - 1) == ",":
        phrase = sentence.left(at - 1, 1)  # "обоє живі, контужені"
    if phrase is None and is_he(sentence, at) and sentence.has(at, "singular"):
        tell_of_same(sentence, at, kind)
        return
    phrase = nth_person(sentence, at, kind) or phrase or lone_person(sentence, at)
    if phrase is not None:
        phrase = phrase if sentence.has(at, "singular") else with_mate(sentence, phrase)
        around = sentence.tokens[max(at - 3, 0) : at + 2]
        still = kind == "injured" and any(t.has("still") for t in around)
        sentence.add(kind, at, phrase, f"the persons beside '{sentence.word(at)}'", subset=still)


def _noun(sentence: Sentence, at: int, kind: str) -> None:
    """ "49 deaths", "five confirmed deaths", "a third victim", "the deaths of three people"."""
    word = sentence.word(at)
    sole = sentence.has(at - 1, "sole") and sentence.has(at + 1, "aux") and kind != "unsplit"
    if sole and (one := sentence.right(at + 2, 0, persons=True)) is not None:
        sentence.add(kind, at, one, f"the only one of '{word}'")
        return
    for k in range(at, max(at - 3, -1), -1):
        phrase = sentence.ends.get(k)
        if phrase is not None and not phrase.used and phrase.head != "one" and phrase.head != "thing":
            nth = phrase.ordinal and sentence.has(at, "victim")
            last = phrase.ordinal and phrase.best in sentence.totals  # "the seventh victim", where seven were counted
            if last:
                phrase.best = phrase.low = phrase.high = 1
            newest = phrase.ordinal and not last
            sentence.add("killed" if nth else kind, at, phrase, f"a count of '{word}'", update=newest)
            return
        if k < at and sentence.tokens[k].senses and not sentence.has(k, "adjective", "noun", "aux"):
            break
    behind = at + 2
    if sentence.has(at + 1, "gets") or (sentence.has(at + 1, "aux") and sentence.has(at + 2, "gets")):
        behind = next((k + 1 for k in (at + 2, at + 3) if sentence.word(k) == "by"), 0)  # "injuries were suffered by"
    elif not (sentence.has(at + 1, "part_of", "until", "among") or sentence.word(at + 1) == ":"):
        return
    phrase = sentence.right(behind, 1) if behind else None
    if phrase is not None and not sentence.has(phrase.last, "part", "state", "noun"):
        sentence.add(kind, at, phrase, f"'{word}' and the persons behind it")


def _harmed(sentence: Sentence, at: int) -> None:
    """ "Sustained a barotrauma", "отримав осколкові поранення", "доставлен в областную больницу"."""
    near = [*range(at + 1, at + 1 + HARM_REACH), *range(at - 1, at - 1 - HARM_REACH, -1)]
    harms = [k for k in near if sentence.has(k, "harm") and k not in sentence.done]
    if sentence.has(at, "loses"):
        read_loss(sentence, at)
    if not harms or at in sentence.done or any(sentence.has(k, "did") for k in range(at + 1, harms[0])):
        return
    sentence.done.add(harms[0])
    if harms[0] < at and sentence.word(at + 1) == "to":  # "first aid was given to five"
        sentence.add("injured", at, sentence.right(at + 2, 1) or same(at), f"to whom it was '{sentence.word(at)}'")
        return
    fatal = any(sentence.has(k, "fatal") for k in range(min(at, harms[0]), max(at, harms[0]) + HARM_REACH))
    rule = read_care if sentence.word(at).isascii() else _either
    rule(sentence, at, "killed" if fatal else "injured")
    if at not in sentence.done and sentence.has(at, "impersonal"):
        sentence.add("injured", at, lone(at), f"what '{sentence.word(at)}' befalls one person")  # "відірвало ногу"
