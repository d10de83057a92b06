"""Supposes the district that is named after a town, where no source has it: it lies around the town."""

from dataclasses import replace

from dashboard.geocode.spelling.words import depth, load_kinds
from dashboard.records import Place

AT_TOWN = ", at its main town"  # ends the origin of a district that no source has
SETTLEMENTS = frozenset({"city", "town", "village"})


def heads_district(place: Place) -> bool:
    """Whether districts of the place's country are named after their main towns, and no source has them."""
    return place.kind in SETTLEMENTS and depth().get(place.country or "", (0, ""))[1] == "ru"


def around(town: Place) -> Place:
    """The district that is named after a town, where no source has it: at the town, with the assumed radius."""
    return replace(
        town,
        name=f"{town.name} District",
        kind="raion",
        precision="raion",
        radius_m=load_kinds()["raion"].radius_m,
        radius_assumed=True,
        origin=f"{town.origin}{AT_TOWN}",
        population=None,
    )


def is_supposed(place: Place) -> bool:
    """Whether a district is one that no source has, supposed around the town it is named after."""
    return place.origin.endswith(AT_TOWN)
