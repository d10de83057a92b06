"""Makes the adjectives that Ukrainian and Russian form from a settlement's name ("Марганецька громада").

As with case forms, a form too many does no harm: it counts only beside a type word.
"""

from dashboard.geocode.folding import is_cyrillic

_VOWELS = "аеєиіїоуюяыэьй"
_UKRAINIAN = {"к": "ць", "ч": "ць", "ц": "ць", "г": "зь", "ж": "зь", "з": "зь", "х": "сь", "ш": "сь", "с": "сь"}
_FEMININE = ("а", "ої", "ій", "у", "ою")
_MASCULINE = ("ий", "ого", "ому", "им", "ом")


def _roots(name: str) -> set[str]:
    name = name.lower()
    roots = set()
    for suffix in ("ськ", "цьк", "ск", "цк"):
        if name.endswith(suffix):
            return {name[: -len(suffix)]}
    bare = name.rstrip(_VOWELS)
    roots.add(bare)
    if name.endswith(("ка", "ки")):
        roots |= {name[:-2], name[:-1] + "ин"}
    if name.endswith("ія"):
        roots.add(name[:-1] + "й")
    if name.endswith(("ець", "ец")):
        roots.add(bare)
    if bare.endswith(("ов", "ев", "єв")):
        roots.add(bare[:-2] + ("їв" if bare.endswith("єв") else "ів"))
    return {root for root in roots if len(root) > 2}


def ukrainian(name: str) -> frozenset[str]:
    """The feminine adjectives (community) of a one-word Ukrainian name in Cyrillic, in all cases, in lower case."""
    if " " in name or "-" in name or not is_cyrillic(name):
        return frozenset()
    forms = set()
    for root in _roots(name):
        stems = {root + "сь"} if root[-1] not in _UKRAINIAN else {root[:-1] + _UKRAINIAN[root[-1]]}
        forms |= {stem + "к" + ending for stem in stems for ending in _FEMININE}
    return frozenset(forms)


def russian(name: str) -> frozenset[str]:
    """The masculine adjectives (district) of a one-word Russian name in Cyrillic, in all cases, in lower case."""
    if " " in name or "-" in name or not is_cyrillic(name):
        return frozenset()
    return frozenset(root + "ск" + ending for root in _roots(name) for ending in _MASCULINE)


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
