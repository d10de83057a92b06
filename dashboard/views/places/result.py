"""What a saved decision did: how many strikes stand where now, and which words are still read otherwise."""

from dataclasses import dataclass

import pandas as pd

from dashboard.geocode.sources.deciding import row_key
from dashboard.geocode.sources.reviewed import Row
from dashboard.views.told import told
from dashboard.views.tongue import _, n_
from dashboard.views.wording import as_label, many


@dataclass(frozen=True, slots=True)
class Saved:
    """A decision that was saved on `item`; `problem` says why the map may not show it yet."""

    item: str
    row: Row
    problem: str | None = None


def outcome(saved: Saved, frame: pd.DataFrame) -> tuple[str, bool]:
    """The sentence for the reader, and whether all went as decided. `frame` are the places in use now."""
    row = saved.row
    name = as_label(row.name)
    if saved.problem:
        problem = as_label(told(saved.problem))
        said = _(
            "Your decision on {name} is saved, but the map does not show it yet: {reason}.", name=name, reason=problem
        )
        return said, False
    before = frame[frame["item"] == saved.item]
    if row.status == "unfindable":
        if not before.empty and not before["lost"].iloc[0]:
            return _(
                "Saved, but some words are still read as {name}: another row of the gazetteer has them.", name=name
            ), False
        held = int(frame[frame["lost"]]["held_back"].sum())
        return n_(
            "Saved. {name} has no place now; names without one hold back {n} strike.",
            "Saved. {name} has no place now; names without one hold back {n} strikes.",
            held,
            name=name,
        ), True
    parts = frame[["name", "kind", "parent", "admin1", "country"]].itertuples(index=False)
    there = frame[[row_key(*each) == row.key for each in parts]]
    if there.empty or row.latitude is None or row.longitude is None:
        return (
            _(
                "Saved, but no words of the reports are read as {name}: what stands around them speaks for others.",
                name=name,
            ),
            False,
        )
    strikes, mentions = many(int(there["strikes"].iloc[0]), "strike"), many(int(there["mentions"].iloc[0]), "mention")
    done = _(
        "Saved. {strikes} and {mentions} of {name} stand at {point} now.",
        strikes=strikes,
        mentions=mentions,
        name=name,
        point=f"{row.latitude:.5f}, {row.longitude:.5f}",
    )
    if not before.empty and before["item"].iloc[0] != there["item"].iloc[0]:
        rest = n_(
            "{n} name of the reports still cannot be read so: what stands around it speaks against it.",
            "{n} names of the reports still cannot be read so: what stands around them speaks against it.",
            int(before["names"].iloc[0]),
        )
        return f"{done} {rest}", False
    return done, True
