"""What a saved decision did: how many strikes stand where now, and which words are still read otherwise."""

from dataclasses import dataclass

import pandas as pd

from dashboard.geocode.deciding import row_key
from dashboard.geocode.reviewed import Row
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
        problem = as_label(saved.problem)
        return f"Your decision on {name} is saved, but the map does not show it yet: {problem}.", False
    before = frame[frame["item"] == saved.item]
    if row.status == "unfindable":
        if not before.empty and not before["lost"].iloc[0]:
            return f"Saved, but some words are still read as {name}: another row of the gazetteer has them.", False
        held = int(frame[frame["lost"]]["held_back"].sum())
        return f"Saved. {name} has no place now; names without one hold back {many(held, 'strike')}.", True
    parts = frame[["name", "kind", "parent", "admin1", "country"]].itertuples(index=False)
    there = frame[[row_key(*each) == row.key for each in parts]]
    if there.empty or row.latitude is None or row.longitude is None:
        return (
            f"Saved, but no words of the reports are read as {name}: what stands around them speaks for others.",
            False,
        )
    strikes, mentions = many(int(there["strikes"].iloc[0]), "strike"), many(int(there["mentions"].iloc[0]), "mention")
    done = f"Saved. {strikes} and {mentions} of {name} stand at {row.latitude:.5f}, {row.longitude:.5f} now."
    if not before.empty and before["item"].iloc[0] != there["item"].iloc[0]:
        rest = many(int(before["names"].iloc[0]), "name")
        return (
            f"{done} {rest} of the reports still cannot be read so: what stands around them speaks against it.",
            False,
        )
    return done, True
