"""What a name may mean: one object for all texts that have the name, so that what follows is worked out once."""

from collections.abc import Callable

from dashboard.geocode.sources.entries import Form
from dashboard.records import Place

Named = tuple[tuple[Place, Form], ...]


class Meanings:
    """The places that a name leads to, each with how it names them. Equal only to itself.

    `typed` says that a type word stands beside it. `open` are the places that it can mean as it stands: a stem only
    beside its type word; `precisions` are theirs, and `parted` says that some are parts of a city.
    """

    __slots__ = ("_narrowed", "open", "parted", "places", "precisions", "typed")

    def __init__(self, places: Named = (), *, typed: bool = False) -> None:
        self.places = places
        self.typed = typed
        self.open = tuple(place for place, form in places if typed or form == "name")
        self.precisions = frozenset([place.precision for place in self.open])
        self.parted = any(place.parent is not None for place in self.open)
        self._narrowed: dict[object, Meanings] = {}

    def narrowed(self, key: object, narrow: Callable[[Named], Named], *, typed: bool = True) -> "Meanings":
        """Some of these meanings, as `narrow` chooses them; `key` tells one choice from others, and is asked once."""
        if key not in self._narrowed:
            self._narrowed[key] = Meanings(narrow(self.places), typed=typed)
        return self._narrowed[key]


NO_MEANINGS = Meanings()
