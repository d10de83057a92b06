"""Marks the figures of a sentence: which is the newest, which is an earlier count, which a part of another."""

from dataclasses import replace

from dashboard.extract.casualties.sentence import Reading, Sentence

LATEST_BEHIND = 3  # words behind a figure within which "now" speaks of it
EARLIER_BEHIND = 6
FATAL_BEHIND = 2  # words between a wound and that it was deadly
AMONG_BEHIND = 4


def marked(sentence: Sentence) -> list[Reading]:
    """The readings of a sentence, each with the marks that the words around it give it."""
    readings = [_timed(sentence, _nth_dead(sentence, _fatal(sentence, reading))) for reading in sentence.readings]
    if "among" in sentence.senses:
        readings = [replace(r, subset=True) if _counted_within(sentence, r) else r for r in readings]
    return [_counted_already(sentence, reading, readings) for reading in readings]


def _fatal(sentence: Sentence, reading: Reading) -> Reading:
    """The reading, of a dead one where his wounds were such: "ранения оказались несовместимы с жизнью"."""
    near = range(reading.last, reading.last + FATAL_BEHIND) if reading.kind == "injured" else ()
    hurt = sentence.has(reading.last - 1, "harm", "noun")
    return replace(reading, kind="killed") if hurt and any(sentence.has(k, "fatal") for k in near) else reading


def _nth_dead(sentence: Sentence, reading: Reading) -> Reading:
    """The reading; that "a sixth person has died" makes six, where nobody else is told of."""
    phrase = reading.phrase
    if reading.kind != "killed" or phrase.head != "one" or len(sentence.readings) > 1:
        return reading
    around = sentence.tokens[phrase.first - 1 if phrase.first else 0 : phrase.last]
    nth = next((int(n) for token in around if (n := token.senses.get("ordinal"))), 1)
    if nth == 1 or sentence.known == "injured" or sentence.counted >= nth:
        return reading
    phrase.best = phrase.low = phrase.high = nth
    return replace(reading, update=True)


def _counted_within(sentence: Sentence, reading: Reading) -> bool:
    """Whether the words behind a figure say that another holds it: "two guards cut by glass are among the 37"."""
    for k in range(reading.last, reading.last + AMONG_BEHIND):
        if sentence.has(k, "among"):
            return sentence.has(k + 1, "det", "nominal") and k + 2 in sentence.starts
    return False


def _timed(sentence: Sentence, reading: Reading) -> Reading:
    """The reading, marked where the words around it say that it is an earlier count or the newest."""
    first, last = reading.phrase.first, reading.last
    earlier = sentence.near_before(first, "earlier", "said_before")
    earlier = earlier or any(sentence.has(k, "earlier_behind") for k in range(last, last + EARLIER_BEHIND))
    counted = reading.phrase.head != "one"  # "rose to five after a woman died" says nothing new of her
    latest = counted and sentence.near_before(first, "latest", "again", "toll")
    told_behind = any(sentence.has(k, "latest") for k in range(last, last + LATEST_BEHIND))
    latest = latest or (told_behind and not _is_fewer(sentence, reading))
    superseded = reading.superseded or (earlier and not reading.update)
    update = (reading.update or latest) and not superseded
    if (superseded, update) == (reading.superseded, reading.update):
        return reading
    return replace(reading, superseded=superseded, update=update)


def _is_fewer(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence counts more of the same kind before: "five are in hospital, two badly hurt, he noted"."""
    before = (r for r in sentence.readings if r.kind == reading.kind and r.last <= reading.first)
    return any((r.phrase.best or 0) > (reading.phrase.best or 0) for r in before)


def _counted_already(sentence: Sentence, reading: Reading, readings: list[Reading]) -> Reading:
    """The reading, as a part where it is the one who made a toll rise: "rose to four after a woman saw a doctor"."""
    if reading.phrase.head != "one" or not sentence.has(reading.phrase.first - 1, "break"):
        return reading
    risen = any(r.update and r.kind == reading.kind and r.last <= reading.first for r in readings)
    return replace(reading, subset=True) if risen else reading
