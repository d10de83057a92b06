"""The marks that the map draws: dot, disc or ring by precision for strikes at one point, clusters, places only named.

Nothing of a report but an escaped place name goes onto the map; details are shown beside it.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.filters.within import WIDE
from dashboard.records import STATUSES, STRIKE_TYPES
from dashboard.views import tongue, wording
from dashboard.views.map.clusters import Groups
from dashboard.views.map.spots import KINDS, WORST_FIRST
from dashboard.views.tongue import N_, Labels, _, n_

# What is large lies below what is small, so that all can be clicked.
DRAWN_FIRST = ("area", "rim", "ring", "disc", "mention", "cluster", "dot", "place", "point", "plate", "leg")
ESCAPES = str.maketrans({character: f"&#{ord(character)};" for character in "&<>\"'`$\\"})
CONFIRMED = STATUSES.index("confirmed")
NAMED_BY = ("strike_id", "place", "precision", "strike_type", "status", "killed", "uncertainty_radius_m")
# How exactly a mark lies, before its radius.
SOMEWHERE = Labels(
    {
        "site": N_("the site itself"),
        "settlement": N_("somewhere in the town or village"),
        "district": N_("somewhere in the city district"),
        "raion": N_("somewhere in the raion"),
        "admin1": N_("somewhere in the region"),
    }
)

Mark = dict[str, Any]


def escape(text: str) -> str:
    """Text as it may stand in the map's HTML and script: & < > " ' ` $ and \\ as numeric entities."""
    return text.translate(ESCAPES)


def strike_marks(frame: pd.DataFrame, groups: Groups, selected: int | None = None) -> list[Mark]:
    """A mark for each group, its newest strike's `id` with it; a cluster has `bounds` instead, where it comes apart.

    `selected` is the place in the frame of the strike to be marked: within a cluster it has a mark of its own besides.
    """
    newest = frame.iloc[groups.row[groups.together]]
    named = zip(*(_listed(newest[name]) for name in NAMED_BY), strict=True)
    days = zip(_days(newest["date_start"]), _days(newest["date_end"]), strict=True)
    places = zip(newest["latitude"].tolist(), newest["longitude"].tolist(), strict=True)
    chosen = (groups.row == selected).tolist()
    around = (groups.latitude, groups.longitude, groups.bounds)
    middles = zip(*(degrees.round(5).tolist() for degrees in around), strict=True)
    sure = groups.parts[:, :, CONFIRMED]
    parts = zip(sure.tolist(), (groups.parts.sum(axis=2) - sure).tolist(), strict=True)
    statuses, killed, stated = groups.parts.sum(axis=1).tolist(), groups.killed.tolist(), groups.stated.tolist()
    language = tongue.language()
    marks = []
    for at, (n, together, middle, split) in enumerate(
        zip(groups.n.tolist(), groups.together.tolist(), middles, parts, strict=True)
    ):
        if together:
            strike = dict(zip(NAMED_BY, next(named), strict=True))
            mark = _at_one_point(strike, next(days), n, *next(places), language)
            mark["selected"] = chosen[at]
        else:
            mark = _cluster(n, language, *middle)
        if n > 1:
            mark["parts"] = _parts(*split)
            mark["label"] += _harm(killed[at] if stated[at] else None, language) + _doubt(
                *_worst(statuses[at]), language
            )
        marks.append(mark)
    return _with_selected(frame, groups, marks, selected)


def in_order(marks: list[Mark]) -> list[Mark]:
    """The marks in drawing order, the selected ones last."""
    return sorted(marks, key=lambda mark: (bool(mark.get("selected")), DRAWN_FIRST.index(mark["kind"])))


def _at_one_point(
    strike: Mark, days: tuple[date | None, date | None], n: int, latitude: float, longitude: float, language: str
) -> Mark:
    precision = strike["precision"]
    name = escape(wording.place_of(strike["place"], precision))
    told = _several(n, language) if n > 1 else _what(strike["strike_type"], *days, language)
    mark: Mark = {
        "kind": KINDS[precision],
        "lat": latitude,
        "lng": longitude,
        "n": n,
        "id": strike["strike_id"],
        "type": strike["strike_type"],
        "status": strike["status"],
        "name": name,
    }
    metres: float | None = None if pd.isna(strike["uncertainty_radius_m"]) else float(strike["uncertainty_radius_m"])
    mark["label"] = f"<b>{name}</b><br>{told}<br><i>{_exactness(precision, metres, language)}</i>"
    if precision in WIDE:
        mark["radius"] = metres or 0.0
    if n == 1 and not pd.isna(strike["killed"]):
        mark["killed"] = int(strike["killed"])
        mark["label"] += "<br>" + escape(n_("{n} killed", "{n} killed", mark["killed"]))
    return mark


def _cluster(n: int, language: str, latitude: float, longitude: float, bounds: list[float]) -> Mark:
    label = _apart(n, language)
    return {"kind": "cluster", "lat": latitude, "lng": longitude, "n": n, "bounds": bounds, "label": label}


def _with_selected(frame: pd.DataFrame, groups: Groups, marks: list[Mark], selected: int | None) -> list[Mark]:
    """Marks the selected strike, where it stands among others that were not chosen as the newest."""
    if selected is None or any(mark.get("selected") for mark in marks):
        return marks
    row = frame.iloc[selected]
    there = [mark for mark in marks if (mark["lat"], mark["lng"]) == (row["latitude"], row["longitude"])]
    for mark in there:
        if mark["kind"] == KINDS[row["precision"]]:
            mark["selected"] = True
            return marks
    return [*marks, single(frame, selected) | {"selected": True}]


def single(frame: pd.DataFrame, row: int) -> Mark:
    """The mark of one strike, by its place in the frame."""
    strike = frame.iloc[row]
    (start,), (end,) = (_days(frame[name].iloc[[row]]) for name in ("date_start", "date_end"))
    place = float(strike["latitude"]), float(strike["longitude"])
    return _at_one_point({name: strike[name] for name in NAMED_BY}, (start, end), 1, *place, tongue.language())


def _parts(confirmed: list[int], doubted: list[int]) -> list[list[Any]]:
    """Type, whether confirmed, and number, the largest first; from the numbers of each type."""
    split = [
        [name, sure, count]
        for at, name in enumerate(STRIKE_TYPES)
        for sure, count in ((True, confirmed[at]), (False, doubted[at]))
        if count
    ]
    return sorted(split, key=lambda part: -part[2])


def _worst(numbers: list[int]) -> tuple[str, int]:
    """The worst status among strikes, and how many have it, from the numbers of each."""
    by_status: dict[str, int] = dict(zip(STATUSES, numbers, strict=True))
    worst = next(status for status in WORST_FIRST if by_status[status])
    return worst, by_status[worst]


def _listed(column: "pd.Series[Any]") -> list[Any]:
    """The values of a few rows; of a category only theirs, for there may be as many names as strikes."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = column.cat.codes.to_numpy()
        column = pd.Series(column.cat.categories.take(codes)).where(codes >= 0)
    return column.astype(object).tolist()


def _days(moments: "pd.Series[Any]") -> Sequence[date | None]:
    return moments.to_numpy(dtype="datetime64[D]").tolist()


# What labels say, as HTML. The same is said over and over, so it is kept; the language is asked for to tell it apart.
@lru_cache(maxsize=20_000)
def _what(kind: str, start: date | None, end: date | None, language: str) -> str:
    return escape(f"{wording.TYPES.get(kind, _('Strike'))}, {wording.interval(start, end)}")


@lru_cache(maxsize=20_000)
def _several(n: int, language: str) -> str:
    return escape(wording.many(n, "strike"))


@lru_cache(maxsize=20_000)
def _apart(n: int, language: str) -> str:
    told = escape(_("{strikes} at several places", strikes=wording.many(n, "strike")))
    return f"<b>{told}</b><br><i>{escape(_(wording.COMES_APART))}</i>"


@lru_cache(maxsize=20_000)
def _exactness(precision: str, metres: float | None, language: str) -> str:
    """In words: "somewhere in the city district, within about 4 km"."""
    within = wording.radius(metres) if precision != "site" else None
    return escape(f"{SOMEWHERE[precision]}, {within}" if within else SOMEWHERE[precision])


@lru_cache(maxsize=20_000)
def _harm(killed: int | None, language: str) -> str:
    return "" if killed is None else "<br>" + escape(n_("at least {n} killed", "at least {n} killed", killed))


@lru_cache(maxsize=20_000)
def _doubt(worst: str, number: int, language: str) -> str:
    """The worst status and how many have it; nothing if all are confirmed."""
    return "" if worst == "confirmed" else f"<br>{tongue.number(number)} {escape(wording.STATUSES[worst].lower())}"
