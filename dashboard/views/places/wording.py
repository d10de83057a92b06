"""The words of the Places page: statuses, how exact a place is, why it was chosen, and its sentences."""

from dashboard.records import Name, Place
from dashboard.views import tongue, wording
from dashboard.views.told import told
from dashboard.views.tongue import N_, Labels, _

STATUSES = Labels(
    {
        "ambiguous": N_("Ambiguous"),
        "unplaced": N_("Unplaced"),
        "proposed": N_("Proposed"),
        "unreviewed": N_("Not reviewed"),
        "imported": N_("Imported"),
        "reviewed": N_("Reviewed"),
    }
)
STATUS_MEANINGS = Labels(
    {
        "ambiguous": N_("several places of this name fit equally well, so it is left without one"),
        "unplaced": N_("no source knows such a place there, or a person could not place it"),
        "proposed": N_("a service's answer, which nobody has looked at"),
        "unreviewed": N_("from a package of places, which nobody has looked at"),
        "imported": N_("in the gazetteer, taken over from its source as it stands"),
        "reviewed": N_("a person has looked at it and signed"),
    }
)
AREAS = Labels({"continent": N_("Continent"), "water": N_("Water"), "other": N_("Area")})
KINDS = Labels(
    {
        "site": N_("site"),
        "neighbourhood": N_("neighbourhood"),
        "city_district": N_("city district"),
        "city": N_("city"),
        "town": N_("town"),
        "village": N_("village"),
        "raion": N_("raion"),
        "oblast": N_("region"),
        "county": N_("county or department"),
        "country": N_("country"),
        "continent": N_("continent"),
        "water": N_("water"),
        "area": N_("informal area"),
    }
)
NOTHING_CHOSEN = N_(
    "Choose a place on the map or in the table: the words it was read from, why it was chosen, what else it may be."
)
GONE = N_("The place this link names is not in use any more: it was corrected, or its reports were removed.")
NO_MATCH = N_("No place matches. Choose another status, or clear the search.")
NONE_IN_USE = N_("No report names a place yet. Add one on the Reports page; its places appear here at once.")
CAPPED = N_("{drawn} of {all} places are drawn: those with the most strikes and mentions. Search to see the others.")
HOW_TO_POINT = N_("Click the map, or type latitude and longitude in degrees.")
CHOOSE_PLACE = N_("Choose one of them, or another place")
CHOOSE_FIRST = N_("Choose which place is meant, or another one that is not in the list.")
OTHER_CANDIDATE = N_("another candidate for the chosen words, by its number")
SIZES = N_("Larger marks were struck, small ones only named. The chosen place is drawn in its true size.")
HELD_BACK_HELP = N_("Strikes that are not told because the name has no place")
MENTIONS_HELP = N_("How often it is named without a strike being reported there")
CANDIDATES_HELP = N_("How many other places its words may mean")
ANOTHER = N_("Another place, not in this list")
SET_BY_HAND = N_("point set by hand on the map")
THEIRS = N_("**{who}** has saved another decision on this place meanwhile. Nothing of yours was saved. Theirs reads:")
TAKE_MINE = N_("I have read it. Put mine in its place")


def exactness(precision: str) -> str:
    """How exact a place is; the code itself for one that is unknown here."""
    return wording.PRECISIONS.get(precision) or AREAS.get(precision, precision)


def within(admin1: object, country: object, name: object) -> str:
    """Region and country, without what the name says already: "Kherson Oblast, Ukraine"."""
    return ", ".join(part for part in (admin1, country) if isinstance(part, str) and part and part != name)


def where(place: Place) -> str:
    """A place with what tells it from its namesakes: "Druzhba, Ternopil Oblast, Ukraine (village)"."""
    around = within(place.admin1, tongue.country(place.country), place.name)
    return f"{place.name}{', ' if around else ''}{around} ({kind(place.kind)})"


def kind(name: str) -> str:
    """A kind of place in words."""
    return KINDS.get(name, name)


def radius(metres: object, assumed: object) -> str:
    """A radius with whether it is known: "6 km, assumed"; "" for none."""
    length = wording.distance(metres)
    if length is None:
        return ""
    return _("{length}, assumed", length=length) if assumed else length


def told_at(strikes: int, mentions: int) -> str:
    """What reports say of a place, in numbers."""
    parts = [wording.many(strikes, "strike")] if strikes else []
    parts += [wording.many(mentions, "mention")] if mentions else []
    return ", ".join(parts) or _("named with a strike elsewhere")


def why(name: Name) -> str:
    """Why a name means what it means, as a sentence: "Chosen because 'Kharkiv Oblast' stands beside it; ..."."""
    meant = name.occurrence
    reason = told(meant.reason)
    if meant.place is None or meant.reason.startswith(("chosen", "the only", "no ")):
        text = reason
    elif len(meant.candidates) == 1:
        text = _("chosen because {reason}; no other candidate", reason=reason)
    else:
        text = _("chosen because {reason}", reason=reason)
    return f"{text[:1].upper()}{text[1:]}."
