"""Generates the case forms of Ukrainian and Russian place names, so that inflected text can be matched as it stands.

A form too many does no harm (no text holds it); a form too few loses a place. So the rules over-generate.
"""

from functools import lru_cache
from itertools import product

# One list of endings per case: nominative, genitive, dative, accusative, instrumental, locative.
_CASES = 6
_Variants = tuple[tuple[str, ...], ...]


def _table(*endings: str) -> _Variants:
    return tuple(tuple(ending.replace("-", "") for ending in case.split("/")) for case in endings)


# (ending of the name, letters to cut off, endings of the six cases). The first rules that fit are all applied, in both
# languages where the spelling does not tell which it is.
_NEUTER = ("жж", "лл", "нн", "тт", "дд", "сс", "зз", "чч", "шш", "'", "’", "ʼ")  # before the -я of neuter names
_UKRAINIAN: tuple[tuple[str, int, _Variants], ...] = (
    ("ське", 1, _table("е", "ого", "ому", "е", "им", "ому/ім")),
    ("цьке", 1, _table("е", "ого", "ому", "е", "им", "ому/ім")),
    ("ська", 1, _table("а", "ої", "ій", "у", "ою", "ій")),
    ("цька", 1, _table("а", "ої", "ій", "у", "ою", "ій")),
    ("зька", 1, _table("а", "ої", "ій", "у", "ою", "ій")),
    ("ий", 2, _table("ий", "ого", "ому", "ий/ого", "им", "ому/ім")),
    ("ій", 2, _table("ій", "ього/ого", "ьому/ому", "ій", "ім/им", "ьому/ому")),
    ("їв", 2, _table("їв", "єва", "єву/єві", "їв", "євом/євим", "єві/єву")),
    ("ів", 2, _table("ів", "ова/ева/ового", "ову/ові/еву/овому", "ів", "овом/евом/овим", "ові/еві/ову/овому")),
    ("іль", 3, _table("іль", "оля/еля", "олю/олеві/елю", "іль", "олем/елем", "олі/олю/елі")),
    ("ець", 3, _table("ець", "ця/йця", "цю/цеві/йцю", "ець", "цем/йцем", "ці/цю/йці")),
    ("ріг", 3, _table("ріг", "рогу", "рогу/рогові", "ріг", "рогом", "розі/рогу")),
    ("ок", 2, _table("ок", "ка/ку", "ку/кові", "ок", "ком", "ку")),
    ("к", 1, _table("к", "ка/ку", "ку/кові", "к", "ком", "ку/ці")),
    ("г", 1, _table("г", "га/гу", "гу/гові", "г", "гом", "гу/зі")),
    ("х", 1, _table("х", "ха/ху", "ху/хові", "х", "хом", "ху/сі")),
    ("ь", 1, _table("ь", "я/і", "ю/еві/і", "ь", "ем/ю", "і/ю")),
    ("ія", 1, _table("я", "ї", "ї", "ю", "єю", "ї")),
    *((twice + "я", 1, _table("я", "я/і", "ю/і", "я/ю", "ям/ею", "і")) for twice in _NEUTER),  # "під Запоріжжям"
    ("я", 1, _table("я", "і/ї", "і/ї", "ю", "ею/єю", "і/ї")),
    ("ка", 2, _table("ка", "ки/кої", "ці/кій", "ку", "кою", "ці/кій")),
    ("га", 2, _table("га", "ги", "зі", "гу", "гою", "зі")),
    ("ха", 2, _table("ха", "хи", "сі", "ху", "хою", "сі")),
    ("на", 1, _table("а", "и/ої", "і/ій", "у", "ою", "і/ій")),
    ("ва", 1, _table("а", "и/ої", "і/ій", "у", "ою", "і/ій")),
    ("а", 1, _table("а", "и/і/ої", "і/ій", "у", "ою/ею", "і/ій")),
    ("ве", 1, _table("е", "ого/а", "ому/у", "е", "им/ом", "ому/ім/і")),
    ("не", 1, _table("е", "ого/я", "ому/ю", "е", "им/ям", "ому/ім/і")),
    ("же", 1, _table("е", "ого/а", "ому/у", "е", "им/ем", "ому/ім/і")),
    ("че", 1, _table("е", "ого/а", "ому/у", "е", "им/ем", "ому/ім/і")),
    ("ще", 1, _table("е", "ого/а", "ому/у", "е", "им/ем", "ому/ім/і")),
    ("е", 1, _table("е", "ого/я/а", "ому/ю/у", "е", "им/ем", "ому/ім/і")),
    ("є", 1, _table("є", "ього/я", "ьому/ю", "є", "ім/єм", "ьому/ї")),
    ("о", 1, _table("о", "а", "у", "о", "ом", "і/у")),
    ("ці", 2, _table("ці", "ців/ець", "цям", "ці", "цями", "цях")),
    ("ки", 2, _table("ки", "к/ків/ок", "кам", "ки", "ками", "ках")),
    ("ни", 2, _table("ни", "н/нів/ен", "нам", "ни", "нами", "нах")),
    ("и", 1, _table("и", "/ів", "ам", "и", "ами", "ах")),
    ("і", 1, _table("і", "ь/ів/их", "ям/им", "і", "ями/ими", "ях/их")),
)
_RUSSIAN: tuple[tuple[str, int, _Variants], ...] = (
    ("ская", 2, _table("ая", "ой", "ой", "ую", "ой", "ой")),
    ("цкая", 2, _table("ая", "ой", "ой", "ую", "ой", "ой")),
    ("ая", 2, _table("ая", "ой", "ой", "ую", "ой", "ой")),
    ("ское", 2, _table("ое", "ого", "ому", "ое", "им", "ом")),
    ("ое", 2, _table("ое", "ого", "ому", "ое", "ым/им", "ом")),
    ("ые", 2, _table("ые", "ых", "ым", "ые", "ыми", "ых")),
    ("ие", 2, _table("ие", "их", "им", "ие", "ими", "их")),
    ("ый", 2, _table("ый", "ого", "ому", "ый", "ым", "ом")),
    ("ий", 2, _table("ий", "ого/его", "ому/ему", "ий", "им", "ом/ем")),
    ("ой", 2, _table("ой", "ого/оя", "ому/ою", "ой", "ым/оем", "ом/ое")),
    ("ов", 0, _table("", "а", "у", "", "ом/ым", "е")),
    ("ев", 0, _table("", "а", "у", "", "ом/ым", "е")),
    ("лец", 2, _table("ец", "ьца", "ьцу", "ец", "ьцом", "ьце")),
    ("ец", 2, _table("ец", "ца", "цу", "ец", "цом", "це")),
    ("й", 1, _table("й", "я", "ю", "й", "ем", "е")),
    ("ь", 1, _table("ь", "и/я", "и/ю", "ь", "ью/ем", "и/е")),
    ("ия", 1, _table("я", "и", "и", "ю", "ей", "и")),
    ("я", 1, _table("я", "и", "е", "ю", "ей", "е")),
    ("а", 1, _table("а", "ы/и", "е", "у", "ой/ей", "е")),
    ("о", 1, _table("о", "а", "у", "о", "ом", "е")),
    ("е", 1, _table("е", "а/я", "у/ю", "е", "ем", "е")),
    ("ы", 1, _table("ы", "/ов", "ам", "ы", "ами", "ах")),
    ("и", 1, _table("и", "/ов", "ам", "и", "ами", "ах")),
)
_UK_CONSONANT = _table("", "а/у", "у/ові/еві", "", "ом/ем", "і/у")
_RU_CONSONANT = _table("", "а", "у", "", "ом", "е")
_STAYS = frozenset({"на", "над", "під", "под", "по"})
_UK_LETTERS = frozenset("іїєґ'’ʼ")
_RU_LETTERS = frozenset("ыэёъ")
_VOWELS = frozenset("аеєиіїоуюяыэё")


def _decline(word: str, rules: tuple[tuple[str, int, _Variants], ...], consonant: _Variants) -> _Variants | None:
    for ending, cut, cases in rules:
        if word.endswith(ending) and len(word) >= cut:
            stem = word[: len(word) - cut] if cut else word
            return tuple(tuple(stem + tail for tail in case) for case in cases)
    if word[-1:] not in _VOWELS and word[-1:] not in "йь":
        return tuple(tuple(word + tail for tail in case) for case in consonant)
    return None


def _fixed(word: str) -> tuple[_Variants, ...]:
    """A word that no case changes: "на", and what follows it (Ростов-на-Дону)."""
    return (((word,),) * _CASES,)


@lru_cache(maxsize=4096)
def _cases(word: str) -> tuple[_Variants, ...]:
    """The declensions of one lower-case word: Ukrainian, Russian or both."""
    if word in _STAYS or len(word) < 2:
        return _fixed(word)
    letters = set(word)
    tables = []
    if not letters & _RU_LETTERS:
        tables.append(_decline(word, _UKRAINIAN, _UK_CONSONANT))
    if not letters & _UK_LETTERS:
        tables.append(_decline(word, _RUSSIAN, _RU_CONSONANT))
    return tuple(table for table in tables if table) or _fixed(word)


def case_forms(name: str) -> frozenset[str]:
    """All case forms of a Cyrillic name, in lower case, blanks between its words; the name itself among them.

    The words of a name agree: each case combines the words' forms of that case only.
    """
    words = name.lower().replace("-", " ").split()
    if not words or len(words) > 4:
        return frozenset({name.lower()})
    forms = {" ".join(words)}
    behind = zip(["", *words], words, strict=False)
    ways = [_fixed(word) if before in _STAYS else _cases(word) for before, word in behind]
    for tables in product(*ways):
        for case in range(_CASES):
            forms.update(" ".join(parts) for parts in product(*(table[case] for table in tables)))
    if "-" in name and not _STAYS.intersection(words):  # Івано-Франківську: only the last part is declined
        head = " ".join(words[:-1])
        forms.update(f"{head} {form}" for table in _cases(words[-1]) for case in table for form in case)
    return frozenset(forms)
