"""Makes the adjectives that Ukrainian and Russian form from a settlement's name ("Марганецька громада").

As with case forms, a form too many does no harm: it counts only beside a type word.
"""

from collections.abc import Mapping

from dashboard.geocode.spelling.folding import is_cyrillic

_VOWELS = "аеєиіїоуюяыэьй"
_ADJECTIVES = ("ськ", "цьк", "зьк", "ск", "цк")  # names that are adjectives already: Рильськ, Покровське
_SHORTEST = 3  # letters of a root
_FEMININE = ("а", "ої", "ій", "у", "ою")
_RUSSIAN_FEMININE = ("ая", "ой", "ую")
_MASCULINE = ("ий", "ого", "ому", "им", "ом")
# The suffixes that a root may take before it, by the name's last letter: Шостка, Шосткинська; Туапсе, Туапсинский.
_UKRAINIAN_SUFFIXES = {"а": ("ин", "ів"), "и": ("ин", "ів"), "і": ("ів",), "я": ("ян",)}
_RUSSIAN_SUFFIXES = {"а": ("ан", "ов"), "ь": ("ан",), "е": ("ин",), "и": ("ин",), "ы": ("ов",)}
# What a root's last letter becomes together with the suffix -ськ-, -ск-.
_UKRAINIAN = {
    "к": ("цьк",), "ч": ("цьк",), "ц": ("цьк",), "г": ("зьк",), "ж": ("зьк",), "з": ("зьк",), "х": ("ськ",),
    "ш": ("ськ",), "с": ("ськ",), "л": ("льськ",),
}  # fmt: skip
_RUSSIAN = {"к": ("кск", "цк"), "ц": ("цк",), "г": ("гск", "жск"), "х": ("хск", "шск"), "л": ("лск", "льск")}


def _plain(name: str) -> str:
    return name.lower().replace("-", " ")


def _roots(name: str, suffixes: Mapping[str, tuple[str, ...]]) -> set[str]:
    """A name without its ending, as it stands or lengthened by a suffix."""
    bare = name.rstrip(_VOWELS)
    roots = {bare} | {bare + suffix for suffix in suffixes.get(name[-1], ())}
    if name.endswith(("ка", "ки")):
        roots.add(name[:-2])
    if name.endswith("ія"):
        roots.add(name[:-1] + "й")
    return roots


def _with_vowels(root: str) -> set[str]:
    """A Ukrainian root with its last vowel put in or changed: Ромни, Роменська; Апостолове, Апостолівська."""
    roots = {root}
    if root[-2:-1] == root[-1:]:  # Білопілля: Білопільська
        roots.add(root[:-1])
    elif len(root) > _SHORTEST and root[-2] not in _VOWELS:
        roots.add(f"{root[:-1]}е{root[-1]}")
    elif root[-2:-1] in ("о", "е", "є"):
        roots.add(root[:-2] + ("ї" if root[-2] == "є" else "і") + root[-1])
    return roots


def _stems(name: str, roots: set[str], tails: Mapping[str, tuple[str, ...]], suffix: str) -> set[str]:
    """The stems of a name's adjective; two words are put together (Велика Писарівка: "великописарівськ")."""
    *first, last = name.split()
    ended = last.rstrip(_VOWELS)
    if ended.endswith(_ADJECTIVES):
        stems = {ended}
    else:
        long = {root for root in roots if len(root) >= _SHORTEST}
        stems = {root[:-1] + tail for root in long for tail in tails.get(root[-1], (root[-1] + suffix,))}
    if len(first) > 1:
        return set()
    if first:
        bare = first[0].rstrip(_VOWELS)
        stems = {head + stem for head in (f"{bare}о", f"{bare}о ", f"{first[0]} ") for stem in stems}
    return stems


def ukrainian(name: str, *, of_facilities: bool = False) -> frozenset[str]:
    """The feminine adjectives (community) of a Ukrainian name in Cyrillic, in all cases, in lower case.

    `of_facilities`: the masculine ones too ("Кременчуцький НПЗ").
    """
    if not is_cyrillic(name):
        return frozenset()
    name = _plain(name)
    roots = {each for root in _roots(name.split()[-1], _UKRAINIAN_SUFFIXES) if root for each in _with_vowels(root)}
    stems = _stems(name, roots, _UKRAINIAN, "ськ")
    endings = (*_FEMININE, *_MASCULINE) if of_facilities else _FEMININE
    return frozenset(stem + ending for stem in stems for ending in endings)


def russian(name: str, *, of_facilities: bool = False) -> frozenset[str]:
    """The masculine adjectives (district) of a Russian name in Cyrillic, in all cases, in lower case.

    `of_facilities`: the feminine ones too ("Рязанская ГРЭС").
    """
    if not is_cyrillic(name):
        return frozenset()
    name = _plain(name)
    stems = _stems(name, _roots(name.split()[-1], _RUSSIAN_SUFFIXES), _RUSSIAN, "ск")
    endings = (*_MASCULINE, *_RUSSIAN_FEMININE) if of_facilities else _MASCULINE
    return frozenset(stem + ending for stem in stems for ending in endings)


def latin(name: str) -> frozenset[str]:
    """The adjectives as English texts write them: "Konotopska", "Suzemsky"."""
    if " " in name or "-" in name or is_cyrillic(name) or len(name) < 4:
        return frozenset()
    name = name.lower()
    roots = {name.rstrip("aeiouy")}
    if name.endswith("sk"):
        roots = {name[:-2]}
    elif name.endswith("ka"):
        roots = {name[:-2], name[:-1]}
    return frozenset(root + ending for root in roots if len(root) > 2 for ending in ("ska", "sky"))
