"""One sentence as the casualty rules see it: tokens, phrases that count persons, and the readings made so far."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from dashboard.extract.casualties.counts import find_phrases
from dashboard.extract.casualties.phrases import Phrase
from dashboard.extract.casualties.tokens import Token

Kind = Literal["killed", "injured", "missing", "unsplit"]

STOPS = (";", ":", "|", "•")
ASIDES = (",", "(", ")", "—", "–")
NOT = ("not", "не")
OPENS, CLOSES = (",", "(", "—", "–"), (",", ")", "—", "–", ".")
QUOTES = {"«": "»", "“": "”", '"': '"', "'": "'"}
CLAUSE = 12  # tokens within which "earlier", "now" and the like speak of a figure


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as read: the tokens that state it, the phrase that counts, and the rule that joined them."""

    kind: Kind
    first: int
    last: int
    phrase: Phrase
    rule: str
    subset: bool = False
    superseded: bool = False
    update: bool = False
    negated: bool = False


def _wrong(tokens: list[Token], phrases: list[Phrase]) -> set[int]:
    """Where a wrong count is set right in an aside: "35 people, and not 36 as announced on Saturday, died"."""
    found: set[int] = set()
    for phrase in phrases:
        first = phrase.first - 1
        if first < 0 or tokens[first].word not in NOT or phrase.head == "one":
            continue
        if first and tokens[first - 1].has("and"):
            first -= 1
        if not first or tokens[first - 1].word not in OPENS:
            continue
        closed = (k for k in range(phrase.last, len(tokens)) if tokens[k].word in CLOSES)
        found |= set(range(first - 1, next(closed, phrase.last - 1) + 1))
    return found


class Sentence:
    """What the rules share. A phrase serves one reading, a cue word one rule."""

    def __init__(self, tokens: list[Token], known: Kind | None, counted: int = 0, totals: Collection[int] = ()) -> None:
        self.tokens = tokens
        phrases, ages = find_phrases(tokens)
        wrong = _wrong(tokens, phrases)
        self.phrases = [p for p in phrases if p.first not in wrong]
        self.ages = ages | wrong  # asides that a search for the subject passes over
        self.known = known  # the kind the text spoke of last, for "raised that to nine"
        self.counted = counted  # how many of that kind it counted, so that a third may be one of them
        self.totals = totals  # the tolls told so far, so that the seventh victim may be one of seven
        self.starts = {p.first: p for p in self.phrases}
        self.ends = {p.last: p for p in self.phrases}
        self.readings: list[Reading] = []
        self.done: set[int] = set()
        self.senses = frozenset().union(*[token.senses for token in tokens if token.senses])

    def word(self, at: int) -> str:
        """The word at a position, "" beyond the ends."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def capital(self, at: int) -> bool:
        """Whether there is a word with a capital at a position."""
        return 0 <= at < len(self.tokens) and self.tokens[at].capital

    def has(self, at: int, *senses: str) -> bool:
        """Whether there is a word at a position and it has one of the senses."""
        if not 0 <= at < len(self.tokens):
            return False
        return self.tokens[at].has(*senses)

    def add(self, kind: str | None, at: int, phrase: Phrase, rule: str, **flags: bool) -> None:
        """Keeps a reading made at a cue word; an unknown amount "as many" is the one read before."""
        if phrase.used or kind is None:
            return
        phrase.used = True
        self.done.add(at)
        if phrase.qualifier == "as many":
            before = next((r.phrase for r in reversed(self.readings) if r.phrase.best is not None), None)
            if before is not None:
                phrase.best, phrase.low, phrase.high = before.best, before.low, before.high
        between = self.tokens[min(at, phrase.last) : max(at, phrase.first)]
        flags["subset"] = flags.get("subset", False) or phrase.subset or any(t.has("among") for t in between)
        first, last = min(at, phrase.first), max(at + 1, phrase.last)
        self.readings.append(Reading(kind, first, last, phrase, rule, **flags))  # type: ignore[arg-type]

    def right(self, at: int, gap: int, persons: bool = False) -> Phrase | None:
        """The first free phrase from a position on, at most `gap` words away and within the clause."""
        for k in range(at, min(at + gap + 1, len(self.tokens))):
            phrase = self.starts.get(k)
            if phrase is not None:
                unfit = phrase.used or phrase.ordinal or phrase.head == "thing" or phrase.subset
                return None if unfit or (persons and phrase.head == "bare") else phrase
            token = self.tokens[k]
            if not token.word[0].isalnum() or token.has("and", "break", "part", "did", "caused", "verb", "preposition"):
                return None
        return None

    def left(self, at: int, gap: int) -> Phrase | None:
        """The nearest free phrase before a position, within the clause; remarks about part of it are passed over."""
        commas, passed, k = 0, False, at - 1
        while k >= max(at - 1 - gap, 0):
            phrase = self.ends.get(k + 1)
            token = self.tokens[k]
            if phrase is not None and phrase.subset and not phrase.used:
                if k == at - 1 and self.has(k, "them"):
                    return None  # "five people, one of whom died"
                passed, k = True, phrase.first - 1
                gap += phrase.last - phrase.first
                continue
            if phrase is not None and (self._is_located(phrase) or self._is_aside(phrase, at)):
                k = phrase.first - 1
                continue
            if phrase is not None:
                return phrase if self._fits(phrase, at, commas, passed) else None
            if k in self.ages:
                gap, k = gap + 1, k - 1
                continue
            if token.word == "," and (opens := self._subordinate(k)) is not None:
                gap, k = gap + k - opens, opens
                continue
            if token.word in STOPS or token.has("break"):
                return None
            if token.has("part", "did", "caused", "verb") and k < at - 1 and not token.has("aux"):
                return None
            part = self.starts.get(k + 1)  # "seven people, a nurse, a guard and a boy among them, were hurt"
            if not (part and part.subset) and (commas or not self.has(k + 1, "relative")):  # "a cyclist, who died"
                commas += token.word in ASIDES
            if commas > 2:
                return None
            k -= 1
        return None

    def _subordinate(self, at: int) -> int | None:
        """The position before a clause on the persons before it, which a comma closes: "three men, who had hid, "."""
        for k in range(at - 2, max(at - 1 - CLAUSE, 0), -1):
            if self.word(k) == ",":
                return k - 1 if self.has(k + 1, "relative", "break", "all", "nobody") else None
        return None

    def _is_located(self, phrase: Phrase) -> bool:
        """Whether a count only tells where: "a patient on the second floor was killed"."""
        before = phrase.first - 2 if self.has(phrase.first - 1, "article") else phrase.first - 1
        return (phrase.ordinal or phrase.head == "thing") and self.has(before, "preposition", "located")

    def _is_aside(self, phrase: Phrase, at: int) -> bool:
        """Whether a plural verb says that the one before it is not meant: "two men near the blaze were killed"."""
        several = any(token.has("plural") for token in self.tokens[phrase.last : at])
        return several and phrase.head == "one" and phrase.best == 1 and not self.has(phrase.first - 1, "and")

    def _fits(self, phrase: Phrase, at: int, commas: int, passed: bool) -> bool:
        if phrase.used or phrase.ordinal or phrase.head == "thing" or commas > 2:
            return False
        if phrase.head == "one" and not phrase.article and self.word(phrase.first).isascii():
            between = [k for k in range(phrase.last, at) if k not in self.ages]
            if phrase.first and self.word(phrase.first - 1) not in (":", "-", "—", ".", '"') and len(between) > 1:
                return False  # "attorney general ... died": not a person the sentence is about
        if commas == 1 and not passed:
            told = self.word(phrase.first - 1) in ASIDES or self.has(phrase.last + 1, "relative")
            opens = not self.word(phrase.first - 1)[:1].isalnum()
            told |= opens and self.word(at - 1) == ","  # "A boy on a bicycle, hurt by glass"
            return phrase.head in ("one", "person") and told  # ", a driver, died", "a driver, who died"
        return True

    def nominal(self, at: int) -> bool:
        """Whether "dead" or "wounded" stands for the persons themselves: "the wounded", "those killed"."""
        return self.has(at - 1, "nominal") and at not in self.ends

    def passive(self, at: int) -> bool:
        """Whether a form of "be" stands before a participle, adverbs between them set aside."""
        for k in range(at - 1, max(at - 5, -1), -1):
            token = self.tokens[k]
            if token.has("aux"):
                return True
            if token.has("have", "more") or (not token.senses and token.word[0].isalpha()):
                continue
            return False
        return False

    def unreal(self, at: int) -> bool:
        """Whether a word is denied, only possible, or in scare quotes (an exercise, in which two workers "die")."""
        if any(self.has(k, "not", "unreal") for k in (at - 1, at - 2)):
            return True
        return QUOTES.get(self.word(at - 1)) == self.word(at + 1) != ""

    def near_before(self, at: int, *senses: str, since: int = 0) -> bool:
        """Whether a word of one of the senses stands before a position in its clause, and not before another."""
        if self.senses.isdisjoint(senses):
            return False
        for k in range(at - 1, max(at - 1 - CLAUSE, since - 1), -1):
            if k in self.ages:
                continue
            if self.tokens[k].has(*senses):
                return True
            if self.tokens[k].word in (";", "—", "|", ")") or self.tokens[k].has("contrast"):
                return False
        return False
