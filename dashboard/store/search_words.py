"""Words as they are searched: Cyrillic and Latin spellings meet, and nothing that a reader types is FTS5 syntax.

Each word has a spelling (lower case, no diacritics, no apostrophes); words of names and all Cyrillic words also have a
sound, in which the romanisations of one name meet. Other Latin words have none: "gas" must not find "has".
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from dashboard.geocode.spelling.folding import is_cyrillic, key, loose_key, romanise

WORD = re.compile(r"[^\W_]+(?:['’ʼʹ′`´][^\W_]+)*")
RUSSIAN = str.maketrans({"ы": "и", "э": "е", "ё": "е", "ъ": "", "Ы": "И", "Э": "Е", "Ё": "Е", "Ъ": ""})
COLUMNS = ("spelling", "sound")


def indexed(names: Iterable[str | None], texts: Iterable[str | None]) -> tuple[str, str]:
    """The spellings and the sounds of what can be searched: of names, and of texts; each word once, in order."""
    in_names = _words(names)
    words = dict.fromkeys([*in_names, *_words(texts)])
    sounds = [_sound(word) for word in words if word in in_names or is_cyrillic(word)]
    return " ".join(dict.fromkeys(map(key, words))), " ".join(dict.fromkeys(sounds))


def query(text: str) -> str | None:
    """A reader's words as an FTS5 query: each must begin a word, by spelling or by sound; `None` without any word."""
    return " AND ".join(map(_term, _words([text]))) or None


def _term(word: str) -> str:
    spellings = dict.fromkeys((key(word), key(_latin(word))))  # texts in Latin letters spell names so
    places = [*(f"spelling : {_begins(spelling)}" for spelling in spellings), f"sound : {_begins(_sound(word))}"]
    return f"({' OR '.join(places)})"


def _words(texts: Iterable[str | None]) -> dict[str, None]:
    return dict.fromkeys(word for text in texts if text for word in WORD.findall(text))


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    return loose_key(_latin(word)).removeprefix("~")


def _latin(word: str) -> str:
    return romanise(word.translate(RUSSIAN)) if is_cyrillic(word) else word


def _begins(word: str) -> str:
    """An FTS5 string that begins a word. A quotation mark cannot be in it; were one there, it would be doubled."""
    return '"' + word.replace('"', '""') + '"*'
