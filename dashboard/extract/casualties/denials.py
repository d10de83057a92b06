"""Reads what is stated as none: "no casualties", "nobody was hurt", "обійшлося без загиблих"."""

from dashboard.extract.casualties.phrases import Phrase
from dashboard.extract.casualties.sentence import STOPS, Sentence
from dashboard.extract.casualties.tokens import Token

DENIALS = frozenset(("unhurt", "unharmed", "safe", "nobody", "no", "any", "none_after", "did_not"))
PASSED = ("adjective", "any", "anyone", "person", "single", "no", "and", "aux", "part_of", "group", "them")
REACH = 8  # words between a denial and what it denies
WHERE_WITHIN = 4  # words from that to where it was so
FAR = 12  # words between "none" and what none of them suffered
ASIDE = 4  # words of an aside and its commas: ", fortunately,"
PEOPLE = ("person", "single", "group", "all", "nobody")


def read_denials(sentence: Sentence) -> None:
    """Adds nought killed, and nought injured unless only deaths are denied, for each denial."""
    if sentence.senses.isdisjoint(DENIALS):
        return
    for at, token in enumerate(sentence.tokens):
        if DENIALS.isdisjoint(token.senses) or at in sentence.done:
            continue
        people_unharmed = token.has("unharmed", "safe") and _is_said_of_people(sentence, at)
        if token.has("unhurt") or (people_unharmed and _is_said_of_all(sentence, at)):
            counted = [sentence.ends[k + 1] for k in _clause(sentence, at) if k + 1 in sentence.ends]
            few = not token.has("unhurt") and any(sentence.word(p.first - 1) == "the" for p in counted)
            _nought(sentence, {"injured"}, at, at + 1, of_some=few)  # "the two medics are fine"
        elif token.has("nobody") and _nobody(sentence, at):
            continue
        elif token.has("none_after") and sentence.word(at - 1) == ":":
            _nouns_before(sentence, at)
        elif token.has("no") or (token.has("any") and sentence.near_before(at, "not")):
            _nouns_behind(sentence, at)
        elif token.has("none_after"):
            _nouns_before(sentence, at)
        elif token.has("did_not") and sentence.left(at, 3) is None:
            _nought(sentence, {token.senses["did_not"] or ""}, at, at + 1)


def _kind(token: Token, *senses: str) -> str | None:
    return next((token.senses[sense] for sense in senses if sense in token.senses), None)


def _nobody(sentence: Sentence, at: int) -> bool:
    """ "Nobody was killed or injured", "killed no one"; "no one else", "nobody seriously" deny less than all."""
    kinds: set[str] = set()
    first = last = at
    others = False  # "nobody else was hurt"
    if at and (kind := _kind(sentence.tokens[at - 1], "part", "caused")) is not None:
        kinds, first = {kind}, at - 1
    for k in range(at + 1, min(at + 1 + FAR, len(sentence.tokens))):
        token = sentence.tokens[k]
        if token.has("fatal") and token.has("limits"):
            kinds, last = {"killed"}, k  # "none fatally"
            break
        if token.has("others") and k == at + 1:
            others = True
            continue
        if token.has("limits", "break") or token.word in STOPS or token.word == ",":
            break
        kind = _kind(token, "part", "did", "verb", "state", "did_not", "care")
        if kind is None and token.has("suffered", "harm"):
            kind = "injured"
        if kind is not None and not sentence.nominal(k):
            kinds.add(kind)
            last = k
        elif kinds and not token.has("and", "not"):
            break
    if "injured" in kinds and (spared := _excepted(sentence)) is not None:
        sentence.add("injured", at, spared, "the only one hurt")
        kinds = {"killed"}
    if others:
        told = sentence.known == "killed" or any("killed" in t.senses.values() for t in sentence.tokens[:at])
        kinds &= {"injured"} if told else set()
    _nought(sentence, kinds, first, last + 1, also_killed=not others)
    return bool(kinds)


def _excepted(sentence: Sentence) -> Phrase | None:
    """Whom a denial leaves out: "apart from a watchman, nobody was hurt"."""
    if "except" not in sentence.senses:
        return None
    at = next(k for k, token in enumerate(sentence.tokens) if token.has("except"))
    return sentence.right(at + 1, 1, persons=True)


def _is_said_of_all(sentence: Sentence, at: int) -> bool:
    """Whether "unharmed" is told of all there were, and not of some beside others: "two guards were unharmed"."""
    clause = _clause(sentence, at)
    counted = (sentence.ends[k + 1] for k in clause if k + 1 in sentence.ends)
    if any(not _is_all(sentence, phrase.first) for phrase in counted):
        return False
    return not any(sentence.has(k, "part", "noun", "not", "limits") for k in clause)


def _is_all(sentence: Sentence, at: int) -> bool:
    """Whether a count is of all there were: "all 40 workers", "all of the 40", "the two men inside"."""
    return sentence.word(at - 1) == "the" or any(sentence.has(k, "all") for k in range(max(at - 3, 0), at))


def _is_said_of_people(sentence: Sentence, at: int) -> bool:
    """Whether "safe" or "unharmed" is told of people: "the staff are safe", and not of the bridge."""
    return any(sentence.has(k, *PEOPLE) for k in _clause(sentence, at))


def _clause(sentence: Sentence, at: int) -> range:
    """The words before a position, back to the last comma."""
    first, last = max(at - REACH, 0), at
    commas = [k for k in range(at - 1, first - 1, -1) if sentence.word(k) == ","]
    if len(commas) > 1 and commas[0] == at - 1 and at - commas[1] <= ASIDE:
        last, commas = commas[1], commas[2:]  # "the staff, fortunately, are safe", "люди, на щастя, цілі"
    return range(commas[0] + 1 if commas else first, last)


def _nouns_behind(sentence: Sentence, at: int) -> None:
    """ "No deaths or injuries", "without casualties", "did not cause any injuries", "without injuring anyone"."""
    kinds: set[str] = set()
    last = at
    for k in range(at + 1, min(at + 1 + REACH, len(sentence.tokens))):
        token = sentence.tokens[k]
        kind = _kind(token, "noun", "part", "state", "caused", "life")
        if (
            kind is None
            and token.has("gets")
            and any(sentence.has(j, "harm") for j in range(k + 1, k + 1 + WHERE_WITHIN))
        ):
            kind = "injured"  # "not one of the guests got a scratch"
        if kind is not None and not kinds and sentence.has(k - 1, "and") and token.has("part", "caused"):
            break  # "left it without walls and killed the watchman"
        if kind is not None and not token.has("toll"):
            kinds.add(kind)
            last = k
        elif k == at + 1 and token.has("thing", "group"):
            continue  # "in neither town"
        elif sentence.has(at + 1, "part_of") and (token.word.isdigit() or token.has("small", "tens")):
            continue  # "not one of the 40 workers"
        elif token.has("det") and (sentence.has(k - 1, "no", "and") or sentence.has(k - 2, "no")):
            continue  # "neither the crew nor the passengers", "not one of the tenants"
        elif token.has("limits") or not (token.has(*PASSED) or (not kinds and _is_unknown(token))):
            break
    some = any(sentence.has(k, "person", "single", "group") and not sentence.has(k, "general") for k in range(at, last))
    _nought(sentence, kinds, at, last + 1, of_some=some)


def _nouns_before(sentence: Sentence, at: int) -> None:
    """ "Загиблих та постраждалих немає"; news that has not come in ("інформації немає") denies nothing."""
    kinds: set[str] = set()
    first, aside = _without_where(sentence, at), False
    for k in range(first - 1, max(first - REACH, -1), -1):
        token = sentence.tokens[k]
        if token.has("hearsay"):
            return
        headed = sentence.word(k + 1) == ":"  # "Injured: none"
        if (kind := _kind(token, "noun", "part", "state") if headed else token.senses.get("noun")) is not None:
            if k in sentence.ends:
                break  # "шестеро поранених, загиблих немає"
            kinds.add(kind)
            first = k
        elif aside or token.word == ",":
            aside ^= token.word == ","  # "постраждалих, каже мер, нема"
        elif sentence.has(k - 1, "hearsay"):
            return  # "відомостей про загиблих немає"
        elif _is_unknown(token) and sentence.has(k - 1, "and"):
            continue  # "жертв и разрушений нет"
        elif token.word != ":" and not token.has("and", "not", "aux", "adjective", "person", "low"):
            break
    if not kinds and sentence.word(at + 1):  # "немає постраждалих"
        _nouns_behind(sentence, at)
        return
    _nought(sentence, kinds, first, at + 1)


def _without_where(sentence: Sentence, at: int) -> int:
    """The position of "none", or before it that of where or among whom: "пострадавших среди рабочих нет"."""
    for k in range(at - 1, max(at - 1 - WHERE_WITHIN, 0), -1):
        if sentence.has(k, "among", "preposition"):
            return k if sentence.has(k - 1, "noun") and k - 1 not in sentence.ends else at
        if not (_is_unknown(sentence.tokens[k]) or sentence.has(k, "person", "group", "thing", "care_place")):
            break
    return at


def _is_unknown(token: Token) -> bool:
    """Whether a word may stand for persons that we have no word for: "no dockers were hurt"."""
    return not token.senses and token.word[0].isalpha()


def _nought(
    sentence: Sentence, kinds: set[str], first: int, last: int, *, of_some: bool = False, also_killed: bool = True
) -> None:
    """Adds that nobody was; `of_some` that only some people are meant, perhaps all there were: "no staff were hurt"."""
    if not kinds:
        return
    sentence.done |= set(range(first, last))
    told = ["missing"] if kinds == {"missing"} else ["killed"] if kinds == {"killed"} else ["killed", "injured"]
    for kind in told if also_killed else ["injured"]:
        phrase = Phrase(first, last, 0, 0, 0, None, "bare", [(first, last)])
        sentence.add(kind, first, phrase, "stated as none", negated=True, subset=of_some)
