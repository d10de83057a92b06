"""Finds whom a verb is told of that stands apart, or by no word for a person that is known: "the stoker was killed"."""

import re
from dataclasses import replace

from dashboard.extract.casualties.phrases import Phrase
from dashboard.extract.casualties.sentence import Sentence

AUX = 3  # words between the next one and what befell him
MEANT = 14  # words before "killing him" among which he stands
CLAUSE = 12  # words before a verb among which its subject stands
DENIED = ("nobody", "anyone", "no", "not", "any", "limits", "hearsay", "all")
NO_PERSON = ("thing", "group", "unit")
# one person by the trade: "постраждала санітарка", not "постраждала школа"
WHO = re.compile(
    r"\w+(?:[нщч]ик|тель|[иі]ст|[аи]рь?|[єе]ць|ец|анин|янин|н[иі]ц[яа]|щ[иі]ц[яа]|чиця|[ая]рка|[иі]стка|тор|[еэ]р|олог)"
)
# one person by the trade as an object: "поранив двірника", not "поранив собаку"
WHOM = re.compile(
    r"\w{2,}(?:[нщч]ика|теля|[иі]ста|[аи]ря|[єе]?вця|анина|янина|[нщч][иі]ц[юу]|чиню|[ая]рку|[иі]стку|ту?ора|[еёэ]ра|олога"
    r"|сестру|тельку|[тд]орку|[ії]йку|жирку)"
)
ONE_HIT = re.compile(r"\w{2,}(?:ого|[аяую])")  # one person as an object: "поранено чергового, кондукторку"


def lone_subject(sentence: Sentence, at: int) -> Phrase | None:
    """The one before "was killed", whoever it is: "the driver of a bread van was killed"."""
    verb = next((k for k in range(at - 1, max(at - 5, -1), -1) if sentence.has(k, "singular")), None)
    if verb is None or not verb or sentence.has(verb - 1, "relative", "break", "them", "nobody", "and"):
        return None
    clause = range(max(verb - CLAUSE, 0), verb)
    first = next((k for k in reversed(clause) if sentence.has(k, "break") or sentence.word(k) in (";", ":", "|")), -1)
    subject = range(max(first + 1, clause[0]), verb)
    head = next((k for k in subject if sentence.has(k, "part_of", "preposition")), verb) - 1
    if any(sentence.has(k, *DENIED) for k in subject):
        return None
    if head < 0 or sentence.has(head, *NO_PERSON) or any(k in sentence.ends for k in range(head, verb + 1)):
        return None
    if any(sentence.has(k, "he") for k in subject):
        return same(verb - 1)
    return lone(verb - 1) if any(sentence.word(k)[0].isalpha() for k in subject) else None


def lone_name(sentence: Sentence, at: int) -> Phrase | None:
    """A name before "died", with an age or without: two words with capitals that mean nothing else."""
    last = next((k for k in range(at - 1, -1, -1) if k not in sentence.ages), -1)
    named = [sentence.tokens[k] for k in (last - 1, last) if k >= 0]
    return lone(last) if len(named) == 2 and all(t.capital and not t.senses for t in named) else None


def lone_person(sentence: Sentence, at: int) -> Phrase | None:
    """The one of a Ukrainian or Russian verb ("загинув слюсар", "машиніста вбито", "дрон поранив двірника")."""
    impersonal = sentence.has(at, "impersonal")
    anew = impersonal or (WHO.fullmatch(sentence.word(at + 1)) and not sentence.tokens[at + 1].senses)
    if sentence.word(at - 1) == "," and at - 1 in sentence.ends and not anew:
        return None  # "померла жінка, поранена вчора"
    if at in sentence.ends and sentence.ends[at].subset:
        return None  # "один из них получил контузию"
    if impersonal and sentence.word(at - 1) == "," and (told := _before_clause(sentence, at)) is not None:
        return told
    if WHOM.fullmatch(sentence.word(at + 1)) and not sentence.tokens[at + 1].senses:
        return _with_next(sentence, at + 1)
    beside = [k for k in (at - 1, at + 1, at + 2) if sentence.word(k)]
    if any(sentence.has(k, *NO_PERSON) for k in beside) or _counted_behind(sentence, at):
        return None
    if impersonal:
        known = [k for k in (at + 1, at - 1) if sentence.word(k) and not sentence.tokens[k].senses]
        hit = next((k for k in known if ONE_HIT.fullmatch(sentence.word(k))), None)
        return None if hit is None else _with_next(sentence, hit)
    if sentence.has(at, "suffers") and not any(WHO.fullmatch(sentence.word(k)) for k in beside):
        return None
    return lone(at) if sentence.has(at, "singular", "suffers") else None


def _before_clause(sentence: Sentence, at: int) -> Phrase | None:
    """The one before a relative clause: "сусідку, яка кинулася до них, зачепило"."""
    opens = next((k for k in range(at - 2, 0, -1) if sentence.word(k) == ","), None)
    if opens is None or not sentence.has(opens + 1, "break") or not ONE_HIT.fullmatch(sentence.word(opens - 1)):
        return None
    return lone(opens - 1)


def _counted_behind(sentence: Sentence, at: int) -> bool:
    """Whether a count stands right behind, which the verb tells of; "є загиблий і троє поранених" has another."""
    return at + 1 in sentence.starts or (at + 2 in sentence.starts and not sentence.has(at + 1, "and"))


def nth_person(sentence: Sentence, at: int, kind: str) -> Phrase | None:
    """The next one of those counted: "two died, a third was injured"; of the same kind, he makes the count full."""
    ordinals = (p for p in sentence.phrases if p.ordinal and p.head in ("bare", "person"))
    nth = next((p for p in ordinals if 0 <= at - _behind_aside(sentence, p.last) <= AUX), None)
    if nth is None or nth.used or nth.best is None:
        return None
    before = [r for r in sentence.readings if r.last <= nth.first and not r.negated and r.phrase.best is not None]
    apart = not before and sentence.known not in (None, kind)
    if not (before or sentence.known) or not all(
        sentence.has(k, "aux", "have") or not sentence.tokens[k].senses
        for k in range(_behind_aside(sentence, nth.last), at)
    ):
        return None
    nth.ordinal = False
    nth.subset = not before and sentence.known == kind and sentence.counted >= nth.best
    if apart or nth.subset or (before and (before[-1].kind != kind or before[-1].phrase.best != nth.best - 1)):
        nth.best = nth.low = nth.high = 1
    return nth


def relative_object(sentence: Sentence, at: int) -> Phrase | None:
    """The one whom a relative clause tells to be killed, be it no person that is known: "водійку, яку вбив дрон"."""
    if not sentence.has(at - 1, "whom") or sentence.has(at - 3, "thing"):
        return None
    before = sentence.ends.get(at - 2)
    return before if before is not None and before.head == "one" and not before.used else lone(at - 1)


def _behind_aside(sentence: Sentence, at: int) -> int:
    """The position behind an aside between commas: "второй, ехавший в кабине, отделался ссадинами"."""
    if sentence.word(at) != ",":
        return at
    return next((k + 1 for k in range(at + 1, at + CLAUSE) if sentence.word(k) == ","), at)


def _with_next(sentence: Sentence, at: int) -> Phrase:
    """The one at a position, with those listed right behind: "кондукторку й шестеро пасажирів"."""
    listed = sentence.starts.get(at + 2) if sentence.has(at + 1, "and") else None
    if listed is None or listed.used or listed.best is None or listed.head not in ("one", "person"):
        return lone(at)
    listed.used = True
    persons = listed.best + 1
    return Phrase(at, listed.last, persons, persons, persons, None, "person", [(at, listed.last)], listing=True)


def with_mate(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The one listed, with the one behind him told by the trade alone: "загинули двірник і покупець"."""
    mate = phrase.last + 1
    if phrase.head != "one" or phrase.best != 1 or not sentence.has(phrase.last, "and") or mate in sentence.starts:
        return phrase
    if not WHO.fullmatch(sentence.word(mate)) or sentence.tokens[mate].senses:
        return phrase
    both = replace(phrase, last=mate + 1, best=2, low=2, high=2, spans=[(phrase.first, mate + 1)], head="person")
    phrase.used = True
    return both


def lone(at: int) -> Phrase:
    """One person, told by the word at a position."""
    return Phrase(at, at + 1, 1, 1, 1, None, "one", [(at, at + 1)], article=True, listing=True)


def same(at: int) -> Phrase:
    """The one told of before, whom a pronoun names at a position."""
    return replace(lone(at), listing=False, same=True)


def apposed(sentence: Sentence, at: int) -> Phrase | None:
    """The persons of whom an aside tells what befell them: "five of his passengers, hurt by glass, walked off"."""
    comma = at - 2 if sentence.has(at - 1, "all") else at - 1  # "the two men, both wounded, are out of danger"
    phrase = sentence.ends.get(comma) if sentence.word(comma) == "," else None
    fits = phrase is not None and phrase.head in ("person", "one") and not phrase.used
    ends = comma < at - 1 or sentence.has(at + 1, "preposition", "located", "relative") or sentence.word(at + 1) == ","
    return phrase if fits and ends else None


def meant(sentence: Sentence, at: int) -> Phrase | None:
    """Whom "killing him" means: the last persons before it."""
    if not sentence.has(at + 1, "pronoun"):
        return None
    before = (p for p in reversed(sentence.phrases) if at - MEANT <= p.last <= at and p.head in ("one", "person"))
    return next((phrase for phrase in before if not phrase.used and not phrase.ordinal), None)


def is_told_dead(sentence: Sentence, at: int) -> bool:
    """Whether the one whom a word calls wounded is told to have died right behind: "поранений водій помер"."""
    one = sentence.starts.get(at + 1)
    behind = one.last if one is not None else len(sentence.tokens)
    return behind < len(sentence.tokens) and sentence.tokens[behind].senses.get("verb") == "killed"
