"""Spells Russian names as Ukrainian texts do: Ефремов, "Єфремов"; Новокуйбышевск, "Новокуйбишевськ"."""

import re

# In this order: the endings of adjectives, letters that Ukrainian lacks, и by the letter before it, е after a vowel.
_RULES = (
    (re.compile(r"(?<=[сц])к(?=$|[- ])"), "ьк"),
    (re.compile(r"(?<=[сц])к(?=(?:ий|ая|ое)(?:$|[- ]))"), "ьк"),
    (re.compile(r"ая(?=$|[- ])"), "а"),
    (re.compile(r"ое(?=$|[- ])"), "е"),
    (re.compile(r"(?:ый|ой)(?=$|[- ])"), "ий"),
    (re.compile(r"ец(?=$|[- ])"), "ець"),
    (re.compile(r"(?<=[бвгдзклмнпрстфх])ё"), "ьо"),
    (re.compile(r"ё"), "йо"),
    (re.compile(r"(?<![дтзсцчшжрь'])и(?!й?(?:$|[- ]))"), "і"),
    (re.compile(r"ы"), "и"),
    (re.compile(r"(?<![бвгдзжклмнпрстфхцчшщ])е"), "є"),
    (re.compile(r"э"), "е"),
    (re.compile(r"ъ"), "'"),
    (re.compile(r"ье"), "'є"),
)
_KEPT_VOWEL = re.compile(r"о(?=вськ(?:$|[- ]))")


def in_ukrainian(name: str) -> tuple[str, ...]:
    """The Ukrainian spellings of a Russian name: -овск as it sounds, and as Ukrainian names end."""
    spelt = name.lower()
    for sounds, letters in _RULES:
        spelt = sounds.sub(letters, spelt)
    native = _KEPT_VOWEL.sub("і", spelt)
    return tuple(dict.fromkeys((spelt, native)))
