"""Reads running tolls, and counts whose kind stands elsewhere: "rose to 15", "up from nine", "six of them children"."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from dashboard.extract.casualties.phrases import DASHES, Phrase
from dashboard.extract.casualties.sentence import Kind, Sentence
from dashboard.extract.casualties.tokens import Token

TOLL_REACH = 30  # words between "the number of injured" and the figure it reached
NEXT_WORDS = 4
WHOLE = 20  # words of a sentence about one of the wounded
UNNAMED_WORDS = 3  # words of "a frontline village"
NAME_WORDS = 4  # words that a place which heads a count may have, and its dash
FIGURE_REACH = 7  # words between "the figure" and what it stood at
HARM = ("part", "state", "noun", "verb", "did", "body")
COUNTED_WORDS = 5  # words of "children and women who were killed" behind "the number of"
COUNTED = ("person", "single", "general", "group", "article", "those", "them", "adjective", "and", "aux", "relative")
LEADS, LEAD_SIGNS = ("preposition", "article", "ordinal"), (",", ":", "—", "–")
TO = ("to", "до")
ENDS = (".", ",", ";", "")
ANSWER = 2  # words before the count that an answer opens with: "At least four."
CORRECTIONS = ("again", "from", "said_before", "earlier", "figure")


def read_tolls(sentence: Sentence) -> None:
    """ "The number of injured has climbed to 23", "the death toll rose from 13 to 15", "до 23 зросла кількість"."""
    if sentence.senses.isdisjoint(("toll", "count_of")):
        return
    for at, token in enumerate(sentence.tokens):
        if token.has("count_of"):
            _read_count_of(sentence, at)
        if (kind := token.senses.get("toll")) is None:
            continue
        sentence.done.add(at)
        if not _reached(sentence, at, kind):
            _reached_before(sentence, at, kind)


def _read_count_of(sentence: Sentence, at: int) -> None:
    """ "The number of miners killed when drones hit their bus is twelve", "число шахтёров, погибших там, выросло"."""
    for k in range(at + 1, min(at + 1 + COUNTED_WORDS, len(sentence.tokens))):
        token = sentence.tokens[k]
        kind = next((token.senses[sense] for sense in HARM if sense in token.senses), None)
        if kind is not None:
            if _reached(sentence, k, kind):
                sentence.done.add(k)
            return
        if token.word != "," and token.senses and not token.has(*COUNTED):
            return


def _reached(sentence: Sentence, at: int, kind: str) -> bool:
    before = at
    for k in range(at + 1, min(at + TOLL_REACH, len(sentence.tokens))):
        if sentence.has(k, "toll"):
            return False
        phrase = sentence.starts.get(k)
        if phrase is None or phrase.used or phrase.ordinal or phrase.head not in ("bare", "other", "general", "person"):
            continue
        if sentence.has(k - 1, "starting") and phrase.head == "bare":
            sentence.add(kind, at, phrase, "the figure a toll rose from", superseded=True)
        elif _reaches(sentence, at, k - 1) and sentence.near_before(k, "said_before", since=before):
            sentence.add(kind, at, phrase, "the figure that a toll was put at before", superseded=True)
            before = k
        elif sentence.word(at + 1) == "," and _moves_on(sentence, at, phrase):
            sentence.add(kind, at, phrase, "the figure that a toll was put at before", superseded=True)
        elif _reaches(sentence, at, k - 1) and phrase.head != "person":
            if sentence.has(phrase.last, "part", "state", "noun", "verb"):
                return True  # "the toll stands at 31 dead and 84 injured": each has its own word
            old = sentence.has(at, "earlier") or sentence.near_before(at, "earlier", "said_before")
            rule = f"'{sentence.word(at)}' and the figure it reached"
            sentence.add(kind, at, phrase, rule, update=not old, superseded=old)
            return True
    return False


def _moves_on(sentence: Sentence, at: int, phrase: Phrase) -> bool:
    """Whether a figure stands in an aside, and another behind it: "the toll, put at seven on Monday, is now nine"."""
    comma = next((k for k in range(phrase.last, len(sentence.tokens)) if sentence.word(k) == ","), None)
    return comma is not None and any(_reaches(sentence, at, k - 1) for k in sentence.starts if k > comma)


def _reaches(sentence: Sentence, at: int, k: int) -> bool:
    """Whether a word leads from a toll to its figure; a colon does only right behind the toll."""
    if sentence.word(k) == "," and k == at + 1:  # "the number injured, 16, includes"
        phrase = sentence.starts.get(k + 1)
        return phrase is not None and sentence.word(phrase.last) == ","
    return sentence.has(k, "reach") and (sentence.word(k) != ":" or k == at + 1)


def _reached_before(sentence: Sentence, at: int, kind: str) -> None:
    for k in range(at, max(at - 4, 0), -1):
        phrase = sentence.ends.get(k)
        if phrase is not None and phrase.head == "bare" and sentence.has(phrase.first - 1, "reach"):
            sentence.add(kind, at, phrase, f"the figure that '{sentence.word(at)}' reached", update=True)
            return


def read_answer(sentence: Sentence, asked: Kind | None) -> None:
    """ "Thirty-four, six of them children": a count that opens the answer to the question how many were killed."""
    phrase = sentence.phrases[0] if asked and sentence.phrases else None
    if phrase and phrase.first <= ANSWER and phrase.head in ("bare", "person", "general") and phrase.best:
        other = phrase.ordinal or phrase.subset or any(sentence.has(k, *HARM) for k in range(phrase.last + 1))
        sentence.add(None if other else asked, phrase.first, phrase, "the answer to the question how many")


def read_followers(sentence: Sentence) -> None:
    """Adds the counts that take their kind from a figure before them."""
    if not sentence.senses.isdisjoint(CORRECTIONS):
        for at, token in enumerate(sentence.tokens):
            if at not in sentence.done and token.has(*CORRECTIONS):
                _corrected(sentence, at)
    _pronoun(sentence)
    _chained(sentence)
    _parts(sentence)
    _in_turn(sentence)
    _shared(sentence)
    _bare_share(sentence)


def _corrected(sentence: Sentence, at: int) -> None:
    """ "Raised that to nine", "the figure stood at nine", "up from 13", "had reported 22", "«уже троє»"."""
    kind = _kind_before(sentence, at)
    if kind is None:
        return
    rises, falls = sentence.has(at, "again"), sentence.has(at, "from", "said_before")
    if sentence.has(at, "earlier") and sentence.has(at + 1, "part_of"):
        falls, at = True, at + 1
    if rises or falls:
        phrase = _bare(sentence, at + 2 if sentence.word(at + 1) == ":" else at + 1)
        other = sentence.starts.get(phrase.last + 1) if phrase and sentence.has(phrase.last, "and") else None
        if other is not None and (other.used or other.head != "bare" or sentence.has(other.last, *HARM)):
            other = None
        if phrase is not None and other is not None and kind in ("killed", "injured"):
            for one, of in ((phrase, "killed"), (other, "injured")):
                sentence.add(of, at, one, "a pair of counts, killed and injured", update=rises, superseded=falls)
        elif phrase is not None:
            sentence.add(
                kind, at, phrase, f"'{sentence.word(at)}', of what was told before", update=rises, superseded=falls
            )
    elif sentence.has(at, "figure") and sentence.word(at + 1) != "of":
        for k in range(at + 1, min(at + FIGURE_REACH, len(sentence.tokens))):
            phrase = _bare(sentence, k + 1) if _reaches(sentence, at, k) else None
            if phrase is not None:
                sentence.add(kind, at, phrase, f"'{sentence.word(at)}', of what was told before", update=True)
                return


def _kind_before(sentence: Sentence, at: int) -> str | None:
    before = [r for r in sentence.readings if r.last <= at and not r.negated]
    counted = [token.senses["toll"] for token in sentence.tokens[:at] if token.has("toll")]
    return before[-1].kind if before else counted[-1] if counted else sentence.known


def _bare(sentence: Sentence, at: int) -> Phrase | None:
    """A count that stands alone: no noun and no word of harm behind it."""
    phrase = sentence.starts.get(at)
    if phrase is None or phrase.used or phrase.ordinal or phrase.head != "bare" or phrase.best is None:
        return None
    alone = not sentence.has(phrase.last, "aux", *HARM)
    return phrase if alone else None


def _chained(sentence: Sentence) -> None:
    """ "First 49 deaths, then 50, then 51"; "had spoken of 14 dead at noon and 16 by evening"."""
    for phrase in sentence.phrases:
        before = [r for r in sentence.readings if r.last <= phrase.first]
        if not before or _bare(sentence, phrase.first) is None:
            continue
        earlier = before[-1].superseded or sentence.near_before(before[-1].first, "earlier", "said_before")
        corrected = earlier and sentence.word(phrase.first - 1) in TO  # "an earlier figure of five dead to four"
        if sentence.has(phrase.first - 1, "then") or corrected or (earlier and sentence.has(phrase.first - 1, "and")):
            rule = "a count that goes on from the one before"
            old = earlier and not corrected
            sentence.add(before[-1].kind, phrase.first, phrase, rule, superseded=old, update=corrected)


def _in_turn(sentence: Sentence) -> None:
    """ "Killed two, three and one person respectively", "two and four people were injured, respectively"."""
    if "respectively" not in sentence.senses:
        return
    for phrases in (sentence.phrases, sentence.phrases[::-1]):
        for told, phrase in pairwise(phrases):
            kind = next((r.kind for r in sentence.readings if r.phrase is told), None)
            first, last = sorted((told, phrase), key=lambda p: p.first)
            gap = range(first.last, last.first)
            if kind and gap and all(sentence.word(k) == "," or sentence.has(k, "and") for k in gap):
                sentence.add(kind, phrase.first, phrase, "one of several counts told together")


def _shared(sentence: Sentence) -> None:
    """Counts whose word of harm is told once for several places: "two killed in Kherson, one in Beryslav"."""
    for phrase in sentence.phrases:
        if phrase.used or phrase.ordinal or phrase.subset or phrase.head not in ("bare", "one", "person"):
            continue
        before = [r for r in sentence.readings if r.phrase.first < phrase.first and not r.negated]
        behind = next(k for k in range(phrase.last, len(sentence.tokens) + 1) if k not in sentence.ages)
        behind += sentence.has(behind, "each")  # "one each in Sloviansk and Druzhkivka"
        behind += sentence.word(behind) in DASHES and sentence.has(behind + 1, "located")  # "ще троє — у Конотопі"
        located = sentence.has(behind, "located") and any(map(sentence.capital, (behind + 1, behind + 2)))
        located |= sentence.has(behind, "located") and _is_unnamed(sentence, behind + 1)
        names = range(phrase.first - NAME_WORDS, phrase.first - 1)
        headed = sentence.word(phrase.first - 1) in DASHES and any(map(sentence.capital, names))
        listed = sentence.word(phrase.first - 2) == "," or sentence.has(phrase.first - 2, "and")
        listed = listed and sentence.capital(phrase.first - 1) and not sentence.has(phrase.first - 1, *HARM)
        ends = sentence.word(behind) in (",", ".", "") or sentence.has(behind, "and", "break", "preposition")
        headed = (headed and not any(sentence.has(k, *HARM) for k in names)) or (listed and ends)
        bracketed = sentence.word(phrase.first - 1) == "(" and sentence.capital(phrase.first - 2)
        bracketed &= sentence.word(phrase.last) in (")", ",")  # "Izium (two dead), Balakliia (one)"
        if before and (located or headed or bracketed):
            sentence.add(before[-1].kind, phrase.first, phrase, "a share of what is counted before", subset=True)


def _is_unnamed(sentence: Sentence, at: int) -> bool:
    """Whether a place follows that only its kind is told of: "in a village near the border", "in the south"."""
    return any(sentence.has(k, "whereabouts") for k in range(at, at + UNNAMED_WORDS))


def _bare_share(sentence: Sentence) -> None:
    """ "In Beryslav, one.", "In the second, eight.": a place and a count, of what the sentence before counted."""
    counts = [phrase for phrase in sentence.phrases if not phrase.ordinal]
    if sentence.known is None or sentence.readings or len(counts) != 1:
        return
    phrase = counts[0]
    lead = range(phrase.first)
    ends = phrase.last == len(sentence.tokens) or sentence.word(phrase.last) == "."
    where = all(sentence.has(k, *LEADS) or sentence.capital(k) or sentence.word(k) in LEAD_SIGNS for k in lead)
    if ends and lead and where and sentence.word(phrase.first - 1) in LEAD_SIGNS and _bare(sentence, phrase.first):
        sentence.add(sentence.known, phrase.first, phrase, "a count of what the sentence before counts", subset=True)


def _pronoun(sentence: Sentence) -> None:
    """ "By noon it is 28.": the toll that the sentence before told of."""
    told = any(reading.kind == "killed" for reading in sentence.readings)
    if sentence.known != "killed" or told or "it_is" not in sentence.senses:
        return
    for at in range(len(sentence.tokens)):
        phrase = _bare(sentence, at + 1) if sentence.has(at, "it_is") else None
        if phrase is not None and sentence.word(phrase.last) in ENDS and not phrase.subset:
            sentence.add("killed", at, phrase, "what a toll told of before is now", update=True)
            return


def _parts(sentence: Sentence) -> None:
    """Parts of a figure take its kind: "six of them children", "including two children"."""
    for phrase in sentence.phrases:
        if phrase.used or not phrase.subset or phrase.head == "thing":
            continue
        before = [r for r in sentence.readings if r.phrase.first < phrase.first and not r.negated]
        others = [p for p in sentence.phrases if p.last <= phrase.first and not p.subset]
        if not before and any(p.head in ("thing", "other") and not p.used for p in others) and phrase.of_kind is None:
            continue  # "13 drones were downed and one of them fell": of drones
        behind = sentence.tokens[phrase.last : _end(sentence, phrase)]
        died = any(t.senses.get("did") == "killed" or t.has("fatal") for t in behind)
        died |= phrase.first > 0 and sentence.tokens[phrase.first - 1].senses.get("verb") == "killed"
        died |= _are_dead(behind) and not any(r.kind == "killed" for r in before)
        befell = None if before or died or phrase.of_kind else _befell(sentence, phrase, behind)
        if befell is not None:
            sentence.add(befell, phrase.first, phrase, "what befell some of them")
            continue
        starts = phrase.first <= 2 or sentence.has(phrase.last, "aux", "have")
        if not before and phrase.of_kind is None and not died and not starts:
            continue  # nothing in the sentence says that "them" are persons
        lead = phrase.first - 2 if sentence.word(phrase.first - 1) in DASHES else phrase.first - 1
        named = sentence.tokens[lead].senses.get("among_hurt") if lead >= 0 else None
        kind = "killed" if died else phrase.of_kind or named or (before[-1].kind if before else sentence.known)
        sentence.add(kind, phrase.first, phrase, "a part of another figure", subset=True)


def _are_dead(behind: Sequence[Token]) -> bool:
    """Whether the words right behind a part, up to a comma, say that it is dead: "трое из них погибли"."""
    near = takewhile(lambda token: token.word != ",", behind)
    return any(t.senses.get(sense) == "killed" for t in near for sense in ("verb", "noun", "part", "state"))


def _befell(sentence: Sentence, phrase: Phrase, behind: Sequence[Token]) -> str | None:
    """What befell "two of them", where it is told right beside: "killed two of them", "two of them were killed"."""
    before = sentence.tokens[phrase.first - 1].senses if phrase.first else {}
    kind = before.get("caused") or before.get("part") or before.get("verb")
    if kind is not None or not behind or not behind[0].has("aux", "part", "verb"):
        return kind
    return next((kind for t in behind if (kind := t.senses.get("part") or t.senses.get("verb"))), None)


def _end(sentence: Sentence, phrase: Phrase) -> int:
    """Where the words right behind a phrase end, among which stands what became of it: "two of whom later died"."""
    last = min(phrase.last + NEXT_WORDS, len(sentence.tokens))
    if phrase.of_kind == "injured" and phrase.first <= 1:  # "one of those wounded in Sumy, a teacher of 52, has died"
        around = range(phrase.last, min(phrase.last + WHOLE, len(sentence.tokens)))
        return next((k for k in around if sentence.word(k) == ";" or sentence.has(k, "break", "contrast")), around.stop)
    if sentence.word(phrase.last) == ",":  # "one of the wounded, a woman of 45, died"
        last = next((k for k in range(phrase.last + 1, len(sentence.tokens)) if _closes(sentence, k)), last)
    return min(last + NEXT_WORDS, len(sentence.tokens))


def _closes(sentence: Sentence, at: int) -> bool:
    return sentence.word(at) == "," and at not in sentence.ages
