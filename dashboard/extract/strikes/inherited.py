"""The dates that a strike without one of its own takes over: of the heading, the block, the lead or the title."""

from dataclasses import dataclass

from dashboard.extract.strikes.draft import LONG, NARRATED, Dated, Draft
from dashboard.extract.strikes.hours import falls_into
from dashboard.records import Part


@dataclass(slots=True)
class Calendar:
    """The dates that a strike takes over: of the last heading, of this block, of the report's lead, of its title.

    `last` is that of the last strike told of, where the report goes on from its lead and not back.
    """

    section: Dated | None = None
    block: Dated | None = None
    lead: Dated | None = None
    last: Dated | None = None
    title: Dated | None = None

    @property
    def inherited(self) -> Dated | None:
        """The date that a strike without one of its own takes over."""
        return self.block or self.last or self.lead or self.title

    def remember(self, drafts: list[Draft], part: Part, *, alone: bool = False) -> None:
        """Takes over the dates of strikes that were just told of; `alone` says that they hold for these only."""
        for dated in [draft.dated for draft in drafts]:
            if dated is None or dated.reading.date_start is None:
                continue
            if part == "title":
                self.title = self.title or dated
            elif self.lead is None:
                self.lead = None if alone or dated.reading.granularity in LONG else dated
            elif dated.reading.granularity in NARRATED and _is_after(dated, self.lead):
                self.last = dated
            if not (self.block and falls_into(dated.reading, self.block.reading)):
                self.block = dated


def _is_after(one: Dated, other: Dated) -> bool:
    return bool(one.interval and other.interval and one.interval[1] >= other.interval[1])
