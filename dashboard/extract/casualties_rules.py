"""Binds counts of persons to the words that say what befell them, within one sentence."""

from dataclasses import dataclass
from typing import Literal

from dashboard.extract.casualties_phrases import Phrase, phrases
from dashboard.extract.casualties_tokens import Token

Kind = Literal["killed", "injured", "missing", "unsplit"]

NEAR = 3  # words between a verb and the persons it acts on
FAR = 14  # words between a subject and its passive verb
STOPS = (";", ":", "—", "–", "|", "•", "(", ")")
QUOTED = {"«": "»", "“": "”", '"': '"'}


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as read: token range of the phrase that states it, the phrase that counts, and why."""

    kind: Kind
    first: int
    last: int
    phrase: Phrase
    rule: str
    subset: bool = False
    superseded: bool = False
    update: bool = False
    negated: bool = False


class Sentence:
    """The tokens of one sentence, the phrases that count persons in it, and the readings made so far."""

    def __init__(self, tokens: list[Token], known: Kind | None) -> None:
        self.tokens = tokens
        self.phrases = phrases(tokens)
        self.known = known  # the kind the text spoke of last, for "raised that to nine"
        self.starts = {p.first: p for p in self.phrases}
        self.ends = {p.last: p for p in self.phrases}
        self.inside = {k: p for p in self.phrases for k in range(p.first, p.last)}
        self.readings: list[Reading] = []
        self.done: set[int] = set()  # tokens that have served as a cue

    def read(self) -> list[Reading]:
        """All readings of the sentence, in text order."""
        self._denied()
        self._tolls()
        for at, token in enumerate(self.tokens):
            if at not in self.done and not self._quoted(at):
                self._cue(at, token)
        self._anaphoric()
        self._subsets()
        self.readings.sort(key=lambda r: (r.phrase.spans[0] if r.phrase.spans else (r.first, 0), r.kind))
        return self.readings

    # -- helpers

    def _add(self, kind: str | None, at: int, phrase: Phrase, rule: str, **flags: bool) -> None:
        phrase.used = True
        first, last = min(at, phrase.first), max(at + 1, phrase.last)
        flags["subset"] = flags.get("subset", False) or phrase.subset
        self.readings.append(Reading(kind, first, last, phrase, rule, **flags))  # type: ignore[arg-type]
        self.known = self.readings[-1].kind

    def _quoted(self, at: int) -> bool:
        """Whether a word stands in scare quotes (an exercise, in which two workers "die")."""
        if at == 0 or at + 1 >= len(self.tokens):
            return False
        return QUOTED.get(self.tokens[at - 1].word) == self.tokens[at + 1].word

    def _right(self, at: int, gap: int = NEAR, bare: bool = True) -> Phrase | None:
        """The first free phrase behind a position, at most `gap` words on and within the clause."""
        for k in range(at, min(at + gap + 1, len(self.tokens))):
            phrase = self.starts.get(k)
            if phrase is not None and not phrase.used:
                return phrase if phrase.head != "thing" and (bare or phrase.head != "bare") else None
            token = self.tokens[k]
            if token.word in STOPS or token.word in (",", ".") or token.has("break", "part", "did", "caused"):
                return None
        return None

    def _left(self, at: int, gap: int) -> Phrase | None:
        """The nearest free phrase before a position; parentheses about part of it are passed over."""
        commas, words, k = 0, 0, at - 1
        passed = False  # a subset between commas has been passed over
        while k >= 0 and words <= gap:
            phrase = self.ends.get(k + 1)
            token = self.tokens[k]
            if phrase is not None:
                if phrase.head == "thing":
                    return None
                if not phrase.used and not phrase.subset:
                    return phrase if commas in (0, 2) or (passed and commas <= 2) else None
                if phrase.used and not phrase.subset:
                    return None
                passed, k = True, phrase.first - 1
                continue
            if token.word in STOPS or token.has("break"):
                return None
            if (
                token.has("part", "did", "caused", "verb")
                and k not in self.done
                and k < at - 1
                and not token.has("aux")
            ):
                return None
            commas += token.word == ","
            if commas > 2:
                return None
            words += 1
            k -= 1
        return None

    def _auxiliary(self, at: int) -> bool:
        """Whether an auxiliary stands before a participle, adverbs between them set aside."""
        for k in range(at - 1, max(at - 4, -1), -1):
            token = self.tokens[k]
            if token.has("aux"):
                return True
            if token.senses or not token.word[0].isalpha():
                return False
        return False

    def _nominal(self, at: int) -> bool:
        """Whether "dead", "wounded" stands for the persons themselves: "the wounded", "those killed"."""
        if at == 0:
            return False
        return (
            self.tokens[at - 1].word in ("the", "those", "of", "many", "his", "its", "more", "some")
            and at - 1 not in self.inside
        )

    # -- rules

    def _cue(self, at: int, token: Token) -> None:
        senses = token.senses
        if "part" in senses or "state" in senses:
            self._participle(at, senses.get("part") or senses.get("state") or "")
        elif "did" in senses:
            self._subject(at, senses["did"], "the persons before the verb")
        elif "verb" in senses or ("noun" in senses and not token.word.isascii()):
            self._either(at, senses.get("verb") or senses.get("noun"))
        elif "caused" in senses:
            if (phrase := self._right(at + 1)) is not None:
                self._add(senses["caused"], at, phrase, f"{token.word!r} and the persons behind it")
        elif "noun" in senses:
            self._noun(at, senses["noun"])
        elif "body" in senses:
            self._body(at)
        elif "life" in senses:
            self._lives(at)
        elif "care" in senses:
            self._care(at, senses["care"])

    def _participle(self, at: int, kind: str) -> None:
        token = self.tokens[at]
        if self._nominal(at):
            self._listed_dead(at, kind)
            return
        near = self.ends.get(at)
        if near is not None and (near.used or near.subset or near.head == "thing"):
            near = None
        behind = self._right(at + 1, 1) if "part" in token.senses else None
        if self._auxiliary(at):
            if (phrase := self._left(at, FAR)) is not None:
                self._add(kind, at, phrase, f"the persons were {token.word!r}")
            return
        if near is not None and (behind is None or near.head != "one"):
            self._add(kind, at, near, f"a count beside {token.word!r}")
        elif behind is not None:
            self._add(kind, at, behind, f"{token.word!r} and the persons behind it")
        elif (phrase := self._left(at, 4)) is not None and phrase.head != "one":
            self._add(kind, at, phrase, f"a count before {token.word!r}")
        elif phrase is not None and phrase.head == "one":
            self._add(kind, at, phrase, f"a person before {token.word!r}")
        elif self._as_many(at):
            pass

    def _as_many(self, at: int) -> bool:
        return False

    def _listed_dead(self, at: int, kind: str) -> None:
        """ "The dead are two men, two women and a child"; "among the dead was a girl"."""
        after = at + 1
        if after >= len(self.tokens) or not (self.tokens[after].has("aux") or self.tokens[after].word == ":"):
            return
        phrase = self._right(after + 1, 1)
        if phrase is None or phrase.head == "bare":
            return
        among = at >= 2 and self.tokens[at - 2].word in ("among", "of")
        self._add(kind, at, phrase, f"who {self.tokens[at].word!r} are", subset=among)

    def _subject(self, at: int, kind: str | None, rule: str) -> None:
        if (phrase := self._left(at, FAR)) is not None:
            self._add(kind, at, phrase, rule)

    def _either(self, at: int, kind: str | None) -> None:
        """Ukrainian and Russian put the persons before or behind: the nearer within the clause is taken."""
        near = self.ends.get(at)
        if near is None or near.used or near.subset or near.head == "thing":
            near = self._left(at, 5)
        if near is not None and near.head == "thing":
            near = None
        behind = self._right(at + 1, 4)
        chosen = near if near is not None else behind
        if chosen is not None:
            self._add(kind, at, chosen, f"the persons beside {self.tokens[at].word!r}")

    def _noun(self, at: int, kind: str | None) -> None:
        for k in range(at, max(at - 4, -1), -1):
            phrase = self.ends.get(k)
            if phrase is not None and not phrase.used and phrase.head in ("bare", "other", "general", "person"):
                word = self.tokens[at].word
                killed = phrase.ordinal and word == "victim"
                self._add("killed" if killed else kind, at, phrase, f"a count of {word!r}", update=phrase.ordinal)
                return
            if k < at and self.tokens[k].senses and not self.tokens[k].has("adjective", "noun", "aux"):
                return

    def _body(self, at: int) -> None:
        """ "Five bodies", "the fifth body", "the remains of five people", "the body of a woman"."""
        before = self.ends.get(at)
        if before is not None and not before.used and before.head in ("bare", "other"):
            self._add("killed", at, before, "a count of bodies", update=before.ordinal)
            return
        skip = 2 if at + 1 < len(self.tokens) and self.tokens[at + 1].word == "of" else 1
        if (phrase := self._right(at + skip, 1)) is not None and phrase.head != "bare":
            self._add("killed", at, phrase, "whose bodies were found")

    def _lives(self, at: int) -> None:
        """ "claimed 12 lives", "seven lives have been lost", "забрано 760 життів"."""

    def _care(self, at: int, kind: str | None) -> None:
        phrase = self._left(at, FAR)
        if phrase is None or phrase.head == "other":
            return
        still = any(t.word in ("remain", "remains", "still") for t in self.tokens[phrase.last : at])
        earlier = any(r.kind == kind for r in self.readings) and phrase.head == "bare"
        self._add(kind, at, phrase, "persons in medical care", subset=still or earlier)

    def _denied(self) -> None:
        """ "No casualties", "nobody was hurt", "обійшлося без загиблих": nought by statement."""
        for at, token in enumerate(self.tokens):
            if token.has("unhurt"):
                self._nought({"injured"}, at, at + 1)
            elif token.has("nobody"):
                self._nobody(at)
            elif at in self.done:
                continue
            elif token.has("no") or (token.has("any") and any(t.has("not") for t in self.tokens[max(at - 6, 0) : at])):
                self._none(at, at + 1)
            elif token.has("none_after"):
                self._none_before(at)
            elif (
                token.has("did_not")
                and at not in self.done
                and not any(p.last == at for p in self.phrases if p.best == 1)
            ):
                self._nought({token.senses["did_not"] or ""}, at, at + 1)

    def _nobody(self, at: int) -> None:
        kinds: set[str] = set()
        last = at
        for k in range(at + 1, min(at + 9, len(self.tokens))):
            token = self.tokens[k]
            if token.has("limits") or token.has("break") or token.word in STOPS:
                break
            kind = next(
                (token.senses[s] for s in ("part", "did", "verb", "state", "did_not") if s in token.senses), None
            )
            if kind is not None:
                kinds.add(kind)
                self.done.add(k)
                last = k
            elif kinds and token.word not in ("or", "and", "nor", "і", "та", "и", "не"):
                break
        self._nought(kinds, at, last + 1)

    def _none(self, at: int, after: int) -> None:
        """The nouns behind "no" or "without": "no deaths or injuries"."""
        kinds: set[str] = set()
        last = at
        for k in range(after, min(after + 7, len(self.tokens))):
            token = self.tokens[k]
            kind = next((token.senses[s] for s in ("noun", "part", "state") if s in token.senses), None)
            if kind is not None and not token.has("toll"):
                kinds.add(kind)
                self.done |= set(range(at, k + 1))
                last = k
            elif not (
                token.has("adjective", "any", "person")
                or token.word in ("or", "and", "nor", "і", "та", "и", "й", "або")
            ):
                break
            elif token.has("limits"):
                return
        self._nought(kinds, at, last + 1)

    def _none_before(self, at: int) -> None:
        """The nouns before "немає": "загиблих та постраждалих немає"; news that has not come in denies nothing."""
        kinds: set[str] = set()
        first = at
        for k in range(at - 1, max(at - 6, -1), -1):
            token = self.tokens[k]
            if token.has("hearsay"):
                return
            if (kind := token.senses.get("noun")) is not None:
                kinds.add(kind)
                self.done.add(k)
                first = k
            elif token.word not in (
                "і",
                "та",
                "й",
                "и",
                "або",
                "или",
                "наразі",
                "також",
                "также",
                "серед",
                "людей",
                "ні",
                "ни",
                "цивільних",
            ):
                break
        self._nought(kinds, first, at + 1)

    def _nought(self, kinds: set[str], first: int, last: int) -> None:
        """Nought killed; and nought injured, unless only deaths are denied."""
        if not kinds:
            return
        told = ("killed",) if kinds == {"killed"} else ("killed", "injured") if "missing" not in kinds else ("missing",)
        for kind in told:
            phrase = Phrase(first, last, 0, 0, 0, None, "bare", [(first, last)], used=True)
            self._add(kind, first, phrase, "stated as none", negated=True)

    def _tolls(self) -> None:
        """ "The number of injured has climbed to 23", "the death toll rose from 13 to 15"."""
        for at, token in enumerate(self.tokens):
            kind = token.senses.get("toll")
            if kind is None:
                continue
            self.done.add(at)
            for k in range(at + 1, min(at + 30, len(self.tokens))):
                phrase = self.starts.get(k)
                if phrase is None or phrase.used or phrase.head not in ("bare", "other", "general"):
                    continue
                if self.tokens[k - 1].has("reach") and phrase.first == k:
                    behind = self.tokens[phrase.last] if phrase.last < len(self.tokens) else None
                    if behind is not None and behind.has("part", "state", "noun"):
                        break
                    self._add(kind, at, phrase, f"{token.word!r} and the figure it reached", update=True)
                    break

    def _anaphoric(self) -> None:
        """ "Later raised that to nine", "up from 13": of the kind the text spoke of last."""
        if self.known is None:
            return
        for at, token in enumerate(self.tokens):
            rise, fall = token.has("again"), token.has("from", "said_before")
            if (rise or fall) and (phrase := self._right(at + 1, 0)) is not None and phrase.head == "bare":
                self._add(
                    self.known, at, phrase, f"{token.word!r}, of what was told before", update=rise, superseded=fall
                )

    def _subsets(self) -> None:
        """Parts of a figure take its kind: "six of them children", "including two children"."""
        for phrase in self.phrases:
            if phrase.used:
                continue
            introduced = phrase.first > 0 and self.tokens[phrase.first - 1].has("including")
            if not (phrase.subset or introduced):
                continue
            before = [r for r in self.readings if r.phrase.first < phrase.first]
            kind = phrase.of_kind or (before[-1].kind if before else self.known)
            if kind is not None:
                self._add(kind, phrase.first, phrase, "a part of another figure", subset=True)
