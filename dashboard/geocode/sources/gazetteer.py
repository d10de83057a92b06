"""All places in one, looked up by key: reviewed rows, embedded and added places, proposed rows, stored answers.

Each source is a layer; one counts only where those before it do not have the name.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from geopy.distance import great_circle

from dashboard.geocode.sources.added import open_index
from dashboard.geocode.sources.entries import Form
from dashboard.geocode.sources.found import NOTHING, Beginning, Found, Written, beginning
from dashboard.geocode.sources.index import Index, collect, index_version
from dashboard.geocode.sources.meanings import NO_MEANINGS, Meanings
from dashboard.geocode.sources.reviewed import Row, content_hash, entry_of, read_rows
from dashboard.geocode.spelling.folding import is_cyrillic, loose_key
from dashboard.geocode.spelling.folding import key as fold
from dashboard.kept import Kept
from dashboard.records import Place

# A reviewed place takes the place of an embedded one of the same name and country that lies this near, in km.
_SAME_KM = {"settlement": 25.0, "district": 8.0, "site": 5.0, "admin1": 250.0, "country": 1500.0}


KEPT = 200_000  # words looked up and kept: those of many reports
Key = tuple[str, str, str | None, str | None, str | None]


class Gazetteer:
    """Every known place. Made with `load`; `version` is a hash of all its sources."""

    def __init__(self, rows: Iterable[Row], index: Index, version: str, added: Sequence[Index] = ()) -> None:
        self.version = version
        self._index = index
        self._added = tuple(added)
        rows = tuple(rows)
        self._accepted, self._accepted_names = collect(entry_of(row) for row in rows if row.status == "accepted")
        # What counts only where nothing before it has the name, in this order: proposed rows, stored answers.
        self._unreviewed = [collect(entry_of(row) for row in rows if row.status == "proposed")]
        self._unfindable = {
            fold(spelling): row
            for row in rows
            if row.status == "unfindable"
            for spelling in (row.name, *row.alternates)
        }
        self._unfindable_words: dict[str, int] = {}
        for spelling in self._unfindable:
            first, *rest = spelling.split()
            self._unfindable_words[first] = max(self._unfindable_words.get(first, 0), 1 + len(rest))
        listed: list[Iterable[str]] = [self._accepted_names, self._unfindable, self._unreviewed[0][1]]
        self._openings = {opening for keys in listed for opening in _openings(keys)}
        # A row that lists no spellings keeps those of the embedded place that it stands for.
        self._as_embedded = {entry_of(row).place.key for row in rows if row.status == "accepted" and not row.alternates}
        self._spelt = {entry_of(row).place.key: row.alternates for row in rows if row.status == "accepted"}
        self._cities = {
            (fold(place.name), place.country): place for place in self._accepted if place.precision == "settlement"
        }
        self._regions = {(place.country, place.name): place for place in self._accepted if place.precision == "admin1"}
        self._raions: dict[tuple[str | None, str | None], list[Place]] = {}
        for place in self._accepted:
            if place.precision == "raion":
                self._raions.setdefault((place.country, place.admin1), []).append(place)
        self._districts: dict[tuple[str, str | None], list[Place]] = {}
        for place in self._accepted:
            if place.parent:
                self._districts.setdefault((place.parent, place.country), []).append(place)
        self._replaced: dict[int, Place] = {}
        self._replaced = self._replacements()
        self._replaced |= self._moved()
        self._count_people()
        self._embedded: dict[int, Place] = {}
        self._found = Kept(self._look_up, KEPT)
        # What words as written in a text lead to: by their key and, in Latin letters, by their loose key too.
        self.named = Kept(self._by_both_keys, KEPT)
        self.beginnings = Kept(self._begun, KEPT)  # what names can begin with a word
        self.continued = Kept(self._is_continued, KEPT)  # whether any name begins with two words, neither possessive

    @classmethod
    def load(cls, reviewed: Path, cache: Path, added: Sequence[Path] = ()) -> "Gazetteer":
        """Reads the reviewed rows, and opens the indexes of the embedded and the added places (each is built in `cache`
        once).

        Raises GazetteerError, with file and line, for a row that is wrong.
        """
        rows = read_rows(reviewed)
        files = " ".join(content_hash(file) for file in (reviewed, *added))
        version = hashlib.sha256(f"{files} {index_version()}".encode()).hexdigest()[:16]
        return cls(rows, Index.open(cache), version, [open_index(file, cache) for file in added])

    def add_answers(self, rows: Iterable[Row]) -> None:
        """Takes in what a service answered and nobody has reviewed: it counts where no other source has the name."""
        rows = tuple(rows)
        if not rows:
            return
        self.version = hashlib.sha256(f"{self.version} {rows}".encode()).hexdigest()[:16]
        self._unreviewed.append(collect(entry_of(row) for row in rows))
        self._found.clear()
        self.named.clear()
        self.beginnings.clear()
        self.continued.clear()
        self._openings |= _openings(self._unreviewed[-1][1])

    def find(self, key: str) -> Found:
        """What a key (of `folding.key` or `folding.loose_key`) leads to."""
        return self._found[key]

    def _begun(self, word: Written) -> Beginning | None:
        owned = self.named[word.text + "'s"].longest if word.possessive else 0  # "Cox's Bazar"
        return beginning(word, self.named[word.text], owned, lambda letters: self.find("=" + letters))

    def _is_continued(self, pair: tuple[Written, Written]) -> bool:
        opening = f"{pair[0].key} {pair[1].key}"
        keys = (opening,) if is_cyrillic(opening) else (opening, loose_key(opening))
        indexes = (self._index, *self._added)
        return any(key in self._openings or any(index.begins(key) for index in indexes) for key in keys)

    def _by_both_keys(self, words: str) -> Found:
        strict = self.find(fold(words))
        loose = NOTHING if is_cyrillic(words) else self.find(loose_key(words))
        if loose is NOTHING:
            return strict
        seen = {place.key: form for place, form in strict.places}
        more = tuple((place, form) for place, form in loose.places if seen.get(place.key) != form)
        meanings = Meanings(strict.places + more) if more else strict.meanings
        return Found(max(strict.longest, loose.longest), meanings, strict.unfindable)

    @property
    def has_unfindable(self) -> bool:
        """Whether there are names that a reviewed row says nobody can place."""
        return bool(self._unfindable)

    def unfindable(self, words: str) -> Row | None:
        """The reviewed row that says nobody can place a name of these very words."""
        return self._unfindable.get(fold(words))

    def _look_up(self, key: str) -> Found:
        longest, hits = self._accepted_names.get(key, (0, []))
        places: dict[object, tuple[Place, Form]] = {
            self._accepted[number].key: (self._accepted[number], form) for number, form in hits
        }
        deeper, embedded = self._index.find(key)
        added = [(index, *index.find(key)) for index in self._added]
        unreviewed = [(layer, *names.get(key, (0, []))) for layer, names in self._unreviewed]
        further = (words for _, words, _ in (*added, *unreviewed))
        longest = max(longest, deeper, self._unfindable_words.get(key, 0), *further)
        if not places and key in self._unfindable:
            return Found(max(longest, 1 + key.count(" ")), NO_MEANINGS, self._unfindable[key])
        for number, form in embedded:
            place = self.embedded(number)
            own = number not in self._replaced or place.key in self._as_embedded
            if own or key.startswith("="):  # else by its reviewed names alone, and by its code
                places.setdefault(place.key, (place, form))
        known = [place for place, _ in places.values()]
        for index, _, found in added:
            for number, form in found:
                place = index.place(number)
                if not any(is_same(place, other) for other in known):
                    places.setdefault((*place.key, place.latitude, place.longitude), (place, form))
        for layer, _, hits in unreviewed:
            if not places:
                places = {layer[number].key: (layer[number], form) for number, form in hits}
        if not longest and not places:
            return NOTHING
        return Found(longest, Meanings(tuple(places.values())))

    def embedded(self, number: int) -> Place:
        """An embedded place, or the reviewed one that stands for it; its region under the reviewed region's name."""
        if number not in self._embedded:
            self._embedded[number] = self._replaced.get(number) or self._in_region(self._index.place(number))
        return self._embedded[number]

    def _in_region(self, embedded: Place) -> Place:
        """An embedded place with its region under the reviewed region's name."""
        if embedded.admin1 and embedded.country:
            region = self.region(embedded.country, embedded.admin1)
            if region is not None and region.name != embedded.admin1:
                return replace(embedded, admin1=region.name)
        return embedded

    def _replacements(self) -> dict[int, Place]:
        """The reviewed place that stands for each embedded one: of the same precision before others, then the nearest.

        The order in which names are met must not matter: that of a set differs from one start to the next.
        """
        replaced: dict[int, tuple[tuple[bool, float, str], Place]] = {}
        for key, (_, hits) in self._accepted_names.items():
            for number, _ in hits:
                place = self._accepted[number]
                near = _SAME_KM.get(place.precision)
                if near is None:
                    continue
                for other, _ in self._index.find(key)[1]:
                    embedded = self._index.place(other)
                    same = embedded.precision == place.precision
                    if not (same or (place.precision == "district" and embedded.precision == "settlement")):
                        continue
                    apart = distance_km(place, embedded)
                    if embedded.country == place.country and apart <= near:
                        rank = (not same, apart, place.name)
                        replaced[other] = min(
                            replaced.get(other, (rank, place)), (rank, place), key=lambda each: each[0]
                        )
        return {other: place for other, (_, place) in replaced.items()}

    def _moved(self) -> dict[int, Place]:
        """The reviewed place that has the key of an embedded one, where it stands for none: it was moved far."""
        standing = {place.key for place in self._replaced.values()}
        return {
            other: self._accepted[number]
            for key, (_, hits) in self._accepted_names.items()
            for number, _ in hits
            if self._accepted[number].key not in standing
            for other, _ in self._index.find(key)[1]
            if other not in self._replaced
            and self._in_region(self._index.place(other)).key == self._accepted[number].key
        }

    def _count_people(self) -> None:
        """Reviewed settlements take over the population of the embedded ones that they stand for."""
        people: dict[Key, int] = {}
        for number, place in self._replaced.items():
            people[place.key] = max(people.get(place.key, 0), self._index.place(number).population or 0)
        counted = {
            place.key: replace(place, population=people[place.key])
            for place in self._accepted
            if place.precision == "settlement" and people.get(place.key)
        }
        self._accepted = [counted.get(place.key, place) for place in self._accepted]
        self._replaced = {number: counted.get(place.key, place) for number, place in self._replaced.items()}
        self._cities = {key: counted.get(place.key, place) for key, place in self._cities.items()}

    def region(self, country: str, name: str) -> Place | None:
        """The first-level region of a country by its canonical name, or by the embedded gazetteer's."""
        found = self._regions.get((country, name))
        if found is not None:
            return found
        number = self._index.region_id(country, name)
        if number is None:
            return None
        return self._replaced.get(number) or self._index.place(number)

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code, `None` for a code that is none."""
        number = self._index.region_id(code, "")
        return None if number is None else self._replaced.get(number) or self._index.place(number)

    def city(self, name: str, country: str | None) -> Place | None:
        """The settlement of a canonical name in a country: a reviewed one, else the largest."""
        reviewed = self._cities.get((fold(name), country))
        if reviewed is not None:
            return reviewed
        named = [
            place
            for place, _ in self.find(fold(name)).places
            if place.precision == "settlement" and place.country == country
        ]
        return max(named, key=lambda place: place.population or 0, default=None)

    def spellings(self, place: Place) -> tuple[str, ...]:
        """The other reviewed spellings of a place, and those of the city that it is a part of."""
        city = self._cities.get((fold(place.parent), place.country)) if place.parent else None
        return self._spelt.get(place.key, ()) + (self._spelt.get(city.key, ()) if city else ())

    def raions(self, country: str | None, region: str | None) -> Sequence[Place]:
        """The reviewed raions of a first-level region."""
        return self._raions.get((country, region), ())

    def districts(self, city: Place) -> Sequence[Place]:
        """The districts and neighbourhoods of a city that are known."""
        return self._districts.get((city.name, city.country), ())


def _openings(keys: Iterable[str]) -> set[str]:
    """The first two words of those keys that have as many."""
    return {" ".join(key.split(" ", 2)[:2]) for key in keys if " " in key}


def is_same(one: Place, other: Place) -> bool:
    """Whether two places of one name are one place: of the same country and precision, and near one another."""
    near = _SAME_KM.get(one.precision, 0.0)
    return (one.country, one.precision) == (other.country, other.precision) and distance_km(one, other) <= near


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance between two places, in km."""
    return _km(one.latitude, one.longitude, other.latitude, other.longitude)


@lru_cache(maxsize=100_000)  # reports name the same places over and over
def _km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    return float(great_circle((latitude, longitude), (other_latitude, other_longitude)).km)
