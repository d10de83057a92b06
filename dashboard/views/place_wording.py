"""The words of the Places page: statuses, how exact a place is, why it was chosen, and its sentences."""

from dashboard.geocode.countries import country_name
from dashboard.records import Name, Place
from dashboard.views import wording

STATUSES = {
    "ambiguous": "Ambiguous",
    "unplaced": "Unplaced",
    "proposed": "Proposed",
    "unreviewed": "Not reviewed",
    "imported": "Imported",
    "reviewed": "Reviewed",
}
STATUS_MEANINGS = {
    "ambiguous": "several places of this name fit equally well, so it is left without one",
    "unplaced": "no source knows such a place there, or a person could not place it",
    "proposed": "a service's answer, which nobody has looked at",
    "unreviewed": "from a package of places, which nobody has looked at",
    "imported": "in the gazetteer, taken over from its source as it stands",
    "reviewed": "a person has looked at it and signed",
}
PRECISIONS = {**wording.PRECISIONS, "continent": "Continent", "water": "Water", "other": "Area"}
KINDS = {
    "city_district": "city district",
    "oblast": "region",
    "county": "county or department",
    "area": "informal area",
}
NOTHING_CHOSEN = (
    "Choose a place on the map or in the table: the words it was read from, why it was chosen, what else it may be."
)
GONE = "The place this link names is not in use any more: it was corrected, or its reports were removed."
NO_MATCH = "No place matches. Choose another status, or clear the search."
NONE_IN_USE = "No report names a place yet. Add one on the Reports page; its places appear here at once."
CAPPED = "{drawn:,} of {all:,} places are drawn: those with the most strikes and mentions. Search to see the others."
HOW_TO_POINT = "Click the map, or type latitude and longitude in degrees."
CHOOSE_PLACE = "Choose one of them, or another place"
CHOOSE_FIRST = "Choose which place is meant, or another one that is not in the list."
OTHER_CANDIDATE = "another candidate for the chosen words, by its number"
SIZES = "Larger marks were struck, small ones only named. The chosen place is drawn in its true size."
HELD_BACK_HELP = "Strikes that are not told because the name has no place"
MENTIONS_HELP = "How often it is named without a strike being reported there"
CANDIDATES_HELP = "How many other places its words may mean"
ANOTHER = "Another place, not in this list"
SET_BY_HAND = "point set by hand on the map"
SIGNED = "signed by {name} on {day}"
THEIRS = "**{who}** has saved another decision on this place meanwhile. Nothing of yours was saved. Theirs reads:"
TAKE_MINE = "I have read it. Put mine in its place"
SAVED = "Saved."
NOT_BUILT = "Your decision is saved, but the map does not show it yet: {reason}."


def within(admin1: object, country: object, name: object) -> str:
    """Region and country, without what the name says already: "Kherson Oblast, Ukraine"."""
    return ", ".join(part for part in (admin1, country) if isinstance(part, str) and part and part != name)


def where(place: Place) -> str:
    """A place with what tells it from its namesakes: "Druzhba, Ternopil Oblast, Ukraine (village)"."""
    around = within(place.admin1, country_name(place.country), place.name)
    return f"{place.name}{', ' if around else ''}{around} ({kind(place.kind)})"


def kind(name: str) -> str:
    """A kind of place in words."""
    return KINDS.get(name, name)


def radius(metres: object, assumed: object) -> str:
    """A radius with whether it is known: "6 km, assumed"; "" for none."""
    within_about = wording.radius(metres)
    return "" if within_about is None else within_about.removeprefix("within about ") + (", assumed" if assumed else "")


def told_at(strikes: int, mentions: int) -> str:
    """What reports say of a place, in numbers."""
    parts = [wording.many(strikes, "strike")] if strikes else []
    parts += [wording.many(mentions, "mention")] if mentions else []
    return ", ".join(parts) or "named with a strike elsewhere"


def why(name: Name) -> str:
    """Why a name means what it means, as a sentence: "Chosen because 'Kharkiv Oblast' stands beside it; ..."."""
    meant = name.occurrence
    reason = meant.reason
    if meant.place is None or reason.startswith(("chosen", "the only", "no ")):
        text = reason
    else:
        text = f"chosen because {reason}" + ("; no other candidate" if len(meant.candidates) == 1 else "")
    return f"{text[:1].upper()}{text[1:]}."
