"""The table of regions: strikes, killed and injured at least, the last one; sorted, and as a file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard.export import table_csv
from dashboard.views import state, table, tongue
from dashboard.views.map import overview
from dashboard.views.map.regions import Region
from dashboard.views.own_components import component
from dashboard.views.tongue import N_, Message, _

KEY = "regions_rows"
SIZE = 50  # rows of a page
AT_LEAST = N_("What reports state, added up over the strikes; a dash: none states any")
FILE_COLUMNS = ("region", "country", "strikes", "killed_at_least", "injured_at_least", "last_strike")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, what it is sorted by, and whether that is a number."""

    title: Message
    by: Callable[[Region], object]
    number: bool = True
    help: Message | None = None


COLUMNS: Mapping[str, Column] = {
    "region": Column(N_("Region"), lambda region: (region.name or "").casefold(), number=False),
    "strikes": Column(N_("Strikes"), lambda region: region.n),
    "killed": Column(N_("Killed"), lambda region: region.killed, help=AT_LEAST),
    "injured": Column(N_("Injured"), lambda region: region.injured, help=AT_LEAST),
    "last": Column(N_("Last"), lambda region: region.last),
}


def show(regions: Sequence[Region], chosen: Sequence[str]) -> None:
    """Draws the table and its download; a row chosen leaves only the strikes of its region."""
    by, descending = _sorting()
    order = ordered(regions, by, descending=descending)
    page = min(st.session_state.get("regions_page", 0), max(0, (len(order) - 1) // SIZE))
    named = overview.names(regions)
    with st.container(key="region_table"):
        component("table")(
            key=KEY,
            data={
                "columns": [
                    {
                        "name": name,
                        "title": _(column.title),
                        "number": column.number,
                        "help": _(column.help) if column.help else "",
                        "sortable": True,
                        "sorted": ("descending" if descending else "ascending") if name == by else None,
                    }
                    for name, column in COLUMNS.items()
                ],
                "rows": [
                    {"id": region.value, "cells": [named[region.value], *_cells(region)]}
                    for region in order[page * SIZE : (page + 1) * SIZE]
                ],
                "chosen": chosen[0] if len(chosen) == 1 else None,
                "opener": "region",
                "narrow": True,
                "page": page,
                "size": SIZE,
                "total": len(order),
                "words": table.words(_("Table of the regions")),
                "language": tongue.tag(),
            },
            on_asked_change=_take,
        )
        st.download_button(
            _("CSV"),
            lambda: as_csv(order),
            "regions.csv",
            "text/csv",
            on_click="ignore",
            icon=":material/download:",
            help=_("The rows above, as a table"),
            key="regions_csv",
        )


def ordered(regions: Sequence[Region], by: str, *, descending: bool) -> list[Region]:
    """The regions in the order of a column: what is not stated, and the region not known, come last either way."""
    value = COLUMNS[by].by
    stated = sorted((one for one in regions if one.name and value(one) is not None), key=value, reverse=descending)  # type: ignore[arg-type]
    return stated + [one for one in regions if one not in stated]


def as_csv(regions: Sequence[Region]) -> str:
    """The regions as a file, after FILE_COLUMNS; the region not known is one without a name."""
    rows = (
        (region.name, region.country, region.n, region.killed, region.injured, region.last and region.last.isoformat())
        for region in regions
    )
    return table_csv(FILE_COLUMNS, rows)


def _cells(region: Region) -> list[str | None]:
    numbers = (region.n, region.killed, region.injured)
    last = region.last.isoformat() if region.last else None
    return [*(None if n is None else tongue.number(n) for n in numbers), last]


def _sorting() -> tuple[str, bool]:
    sorting: tuple[str, bool] = st.session_state.get("regions_sort", ("strikes", True))
    return sorting


def _take() -> None:
    """What the reader did in the table; anything else that a browser may send means nothing."""
    match st.session_state[KEY].get("asked"):
        case {"choose": str(region)}:
            state.choose_region(region)
        case {"page": int(page)}:
            st.session_state.regions_page = max(page, 0)
        case {"sort": str(name)} if name in COLUMNS:
            now, descending = _sorting()
            st.session_state.regions_sort = (name, not descending if name == now else COLUMNS[name].number)
