"""Reads what befell those told of before: "he died in hospital", "the medic did not", "врятувати його не вдалося"."""

from dataclasses import replace

from dashboard.extract.casualties.counts import find_phrases
from dashboard.extract.casualties.lone import lone, same
from dashboard.extract.casualties.sentence import Kind, Sentence
from dashboard.extract.casualties.tokens import Token

SUBJECT = 4  # words before a verb among which its pronoun stands
SAVING = 5  # words between "save" and "could not"
BEFELL = 5  # words behind "all" among which what befell them stands
AUX_WORDS = 3  # words between "and" and "died": "and has since died"
IN_HOSPITAL = 5  # words of "died in a local hospital", where he is no patient
DASHES = ("—", "–", "-")
CLOSING = (".", ",", ";", "!", ")")


def is_he(sentence: Sentence, at: int) -> bool:
    """Whether the subject of a verb is "he" or "she"."""
    for k in range(at - 1, max(at - 1 - SUBJECT, -1), -1):
        token = sentence.tokens[k]
        if token.has("he"):
            return True
        if token.senses and not token.has("aux", "have", "limits", "latest"):
            return False
    return False


def tell_of_same(sentence: Sentence, at: int, kind: str) -> None:
    """Adds what befell the one told of last; one told to be wounded is one of the dead where he died of it."""
    last = sentence.readings[-1] if sentence.readings else None
    if last is not None and last.kind == "injured" and last.phrase.best == 1 and not last.negated and kind == "killed":
        sentence.readings[-1] = replace(last, kind="killed", last=at + 1, rule="wounded, and died since")
        sentence.done.add(at)
        return
    sentence.add(kind, at, same(at), f"'{sentence.word(at)}', of the one told of before")


def tell_who(sentence: Sentence, at: int, kind: str) -> None:
    """ "Those who died, a father and his son, lived there": who they are, told in an aside."""
    phrase = sentence.right(at + 2, 0, persons=True) if sentence.word(at + 1) == "," else None
    if phrase is not None and sentence.word(phrase.last) in (",", "."):
        sentence.add(kind, at, phrase, f"who '{sentence.word(at)}'")


def died_since(sentence: Sentence, at: int) -> None:
    """ "A man wounded on Monday has died", "was wounded and later died": he is one of the dead."""
    hurt = sentence.readings[-1] if sentence.readings else None
    if hurt is None or hurt.kind != "injured" or hurt.negated or hurt.last > at:
        return
    between = range(hurt.last, at)
    if any(sentence.word(k) in (";", ":") or sentence.has(k, "part", "did", "verb", "relative") for k in between):
        return
    if any(p.subset and hurt.last <= p.first < at for p in sentence.phrases):
        return
    finite = "were" in hurt.rule
    if finite != any(sentence.has(k, "and") for k in range(max(at - AUX_WORDS, hurt.last), at)):
        return
    sentence.done |= set(range(at, at + IN_HOSPITAL))
    sentence.readings[-1] = replace(hurt, kind="killed", last=at + 1, rule="wounded, and died since")


def read_saving(sentence: Sentence, at: int) -> None:
    """ "Врятувати його не вдалося", "спасти двоих врачи не смогли": those whom nobody could save are dead."""
    around = range(max(at - SAVING, 0), min(at + 1 + SAVING, len(sentence.tokens)))
    failed = next((k for k in around if sentence.has(k, "failed")), None)
    if failed is None:
        return
    between = range(min(at, failed) + 1, max(at, failed))
    if any(sentence.has(k, "thing") for k in between):
        return
    if any(sentence.has(k, "pronoun") for k in between):
        tell_of_same(sentence, at, "killed")
        return
    phrase = next((sentence.starts[k] for k in between if k in sentence.starts), None)
    phrase = phrase or sentence.right(max(at, failed) + 1, 0) or sentence.left(min(at, failed), 0)
    before = sentence.tokens[min(at, failed) - 1] if min(at, failed) else None
    if phrase is not None:
        sentence.add("killed", at, phrase, "whom nobody could save")
    elif before is None or not before.word[0].isalpha() or before.has("contrast", "and"):
        tell_of_same(sentence, at, "killed")


def read_contrast(sentence: Sentence, survived: bool) -> None:
    """ "The driver survived, the medic did not", "водій вижив, медик — ні". `survived`: the sentence before told so."""
    for at, token in enumerate(sentence.tokens):
        survived = survived or token.has("survives")
        behind = sentence.word(at + 1)
        if not (survived and token.has("not_so") and (not behind or behind in CLOSING)):
            continue
        last = at - 1 if sentence.word(at - 1) in DASHES else at
        phrase = sentence.ends.get(last)
        if phrase is None and last and sentence.tokens[last - 1].word[0].isalpha():
            phrase = lone(last - 1)
        if phrase is not None and phrase.best:
            sentence.add("killed", at, phrase, "who did not survive as others did")


def befell_all(words: list[Token], before: list[Token]) -> tuple[Kind, int] | None:
    """What befell all those whom the sentence before counts, and how many they are: "All were injured"."""
    if not words[0].has("all"):
        return None
    near = words[1 : 1 + BEFELL]
    kind = next((k for t in near for sense in ("part", "did", "verb", "care") if (k := t.senses.get(sense))), None)
    counted = [p for p in find_phrases(before)[0] if p.head == "person" and p.best and not p.subset]
    if kind not in ("killed", "injured") or len(counted) != 1 or any(t.has("not") for t in near):
        return None
    return ("killed" if kind == "killed" else "injured"), counted[0].best or 0
