"""What is known at one point of a report while it is read: the strikes so far, the last ones told of, places, dates."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.roles import Placed
from dashboard.extract.dates import DateReading
from dashboard.extract.strikes.bearing import is_told
from dashboard.extract.strikes.draft import Draft, Interval, Unit
from dashboard.extract.strikes.headings import Heading
from dashboard.extract.strikes.hours import falls_into, night_of
from dashboard.extract.strikes.inherited import Calendar
from dashboard.extract.strikes.tallies import WIDE, counts_wave
from dashboard.geocode import Gazetteer, stands_for_government
from dashboard.records import Part, Report

YESTERDAY = timedelta(days=1)
TOWNS = ("settlement", "district", "site")


@dataclass(slots=True)
class Scene:
    """One point of a report while it is read.

    `drafts` are all strikes so far, in the order of the text; `focus` those told of last. `home` is the one place that
    the report is about, `setting` the town in which it opens before any strike is told of; `cities` and `capitals` are
    those named so far; `header` are the places that open this block,
    `section` those of the last heading, `topic` the place a passage turned to without telling of a strike. `wave` are
    the clauses of an attack told of without a place. `touched` says that a strike was told of in this block,
    `armed` for how many more sentences of it a weapon named last may explain who was hurt,
    `opening` that its sentences so far just name a place or a date,
    `turned` that the block has turned to fighting, sabotage or an accident since, `past` that it looks back.
    `said` is the day that the sentence before opens on, if it tells of no strike.
    `near` is the one town that the sentence before names, if that tells of no strike, `near_day` its day.
    `spoken` is the day that the block names before it tells of any strike, be it that of a speech,
    `under_fire` that the report tells somewhere of an attack without naming a place, and of nothing but attacks.
    `denied` says where the block told that nobody was hurt, before it tells of a strike there.
    `named` counts how often each place is named in the report.
    """

    report: Report
    gazetteer: Gazetteer
    named: Counter[tuple[str, str, str | None, str | None, str | None]]
    drafts: list[Draft] = field(default_factory=list)
    focus: list[Draft] = field(default_factory=list)
    calendar: Calendar = field(default_factory=Calendar)
    home: Placed | None = None
    setting: Placed | None = None
    cities: list[Placed] = field(default_factory=list)
    capitals: tuple[Placed, ...] = ()
    header: tuple[Placed, ...] = ()
    section: tuple[Placed, ...] = ()
    topic: tuple[Placed, ...] = ()
    wave: tuple[Clause, ...] = ()
    touched: bool = False
    armed: int = 0
    opening: bool = False
    turned: bool = False
    past: bool = False
    said: DateReading | None = None
    near: tuple[Placed, ...] = ()
    near_day: DateReading | None = None
    spoken: DateReading | None = None
    under_fire: bool = False
    denied: tuple[tuple[tuple[Placed, ...], Unit], ...] = ()
    part: Part = "title"
    block: int = -1

    def add(self, draft: Draft) -> Draft:
        """Takes in a new draft."""
        self.drafts.append(draft)
        return draft

    def turn_to(self, drafts: list[Draft]) -> None:
        """Makes drafts those told of last, and takes over their dates."""
        self.focus, self.turned = drafts, False
        self.calendar.remember(drafts, self.part, alone=any(map(self._is_dated_alone, drafts)))

    def _is_dated_alone(self, draft: Draft) -> bool:
        """Whether it is an entry of a list that names a day of its own, where entries before it name none."""
        block = draft.clauses[0].block
        before = (d for d in self.drafts if d.interval is None and not d.lost and d is not draft)
        return block.kind == "item" and any(d.clauses and d.clauses[0].block.kind == "item" for d in before)

    def told(self) -> DateReading | None:
        """What "the day before" counts from: the date of what, or who, opens the block, of the last strike, else."""
        calendar = self.calendar
        if not self.touched and (calendar.block or self.spoken):
            return calendar.block.reading if calendar.block else self.spoken
        known = next((draft.dated for draft in self.focus if draft.interval), None) or calendar.inherited
        if known and known.reading.granularity == "time":  # the next hour counts from the summary's day, too
            over = (dated for dated in (calendar.block, calendar.section, calendar.lead) if dated)
            known = next((dated for dated in over if falls_into(known.reading, dated.reading)), known)
        return known.reading if known else None

    def today(self) -> DateReading | None:
        """The day of a bare hour: that told of, the lead's where a paragraph comes back from an earlier strike."""
        told, lead = self.told(), self.calendar.lead
        back = not self.touched and not (self.calendar.block or self.spoken)
        if back and lead and lead.interval and told and told.date_end and told.date_end < lead.interval[0]:
            return lead.reading
        return told

    def entry(self) -> date | None:
        """The day of the diary's entry that the passage belongs to; `None` where it is no diary's, or today's."""
        days = self.calendar.section.interval if self.calendar.section else None
        return days[0] if days and days[0] == days[1] != self.report.published else None

    def over(self) -> date | None:
        """The day that a bare "overnight" belongs to in a report whose lead is days old; `None` in one of today."""
        lead, told, published = self.calendar.lead, self.calendar.inherited, self.report.published
        if not (lead and lead.interval and told and told.interval and published):
            return None
        return told.interval[1] if lead.interval[1] < published - YESTERDAY else None

    def night(self) -> Interval | None:
        """The last night that a strike was told of."""
        nights = (night_of(d.dated.reading) for d in reversed(self.drafts) if d.dated)
        return next((night for night in nights if night and (night[1] - night[0]).days == 1), None)

    def telling(self) -> bool:
        """Whether a strike is already being told of."""
        return any(d.place or is_told(d) for d in self.drafts)

    def enter(self, part: Part, block: int) -> None:
        """Begins a block, which what stands over it holds for."""
        self.part, self.block = part, block
        self.calendar.block, self.header = self.calendar.section, self.section
        self.topic, self.touched, self.armed, self.turned, self.past = (), False, 0, False, False
        self.said, self.spoken, self.near, self.denied = None, None, (), ()

    def open_section(self, heading: Heading) -> None:
        """Begins what stands under a heading."""
        self.section, self.calendar.section = heading.places, heading.date
        self.focus, self.topic = self.focus if heading.goes_on else [], ()

    def look_around(self, clauses: Sequence[Clause]) -> None:
        """Notes which places a sentence names, and of which attack without a place it tells."""
        if self.home is None:
            self.home = self._only_place(clauses)
        if self.part == "body" and not (self.cities or self.drafts):
            self.setting = self._opens_in(clauses)
        for clause in clauses:
            settlements = [p for p in clause.places if p.place and p.place.precision == "settlement"]
            self.capitals += tuple(p for p in settlements if p.place and stands_for_government(p.place))
            self.cities += [p for p in settlements if p.role in ("at", "dateline", "over", "office")]
        self._note_wave(clauses)

    def _only_place(self, clauses: Sequence[Clause]) -> Placed | None:
        """The one place of a title, or of a dateline; a capital, where agencies have their seats, if named again."""
        if clauses[0].part == "title":
            found = [p for c in clauses for p in c.precise("at")]
        else:
            datelines = [p for c in clauses for p in c.precise("dateline")]
            found = [
                p for p in datelines if p.place and (self.named[p.place.key] > 1 or not stands_for_government(p.place))
            ]
        return found[0] if len(found) == 1 else None

    def _opens_in(self, clauses: Sequence[Clause]) -> Placed | None:
        """The one town in the first sentence that names any, if that tells of no strike: "Hlukhiv locked no door"."""
        named = [p for c in clauses for p in c.precise("at")]
        towns = {p.place.key: p for p in named if p.place and p.place.precision == "settlement"}
        only = next(iter(towns.values())) if len(towns) == 1 else None
        fired = any(c.weapons or c.has("strike", "effect") or c.toll for c in clauses)
        capital = only is not None and only.place is not None and stands_for_government(only.place)
        return None if fired or capital else only

    def about(self) -> Placed | None:
        """The place that the report is about: its title's, its dateline's, else the one settlement that it names."""
        countries = {p.place.country for p in self.cities if p.place and p.role == "at"}
        if self.home and self.home.place and (not countries or self.home.place.country in countries):
            return self.home
        return self.cities[0] if len({p.place.key for p in self.cities if p.place}) == 1 else None

    def _note_wave(self, clauses: Sequence[Clause]) -> None:
        words = clauses[0].whole
        waves = [c for c in clauses if counts_wave(c)]
        told = ("strike", "launch", "effect", "shelling", "airstrike")
        fired = [c for c in clauses if c.weapons and (c in waves or c.has(*told))]
        fired = [c for c in fired if not c.has("unreal", "generic", "past")]
        if not fired or (self.touched and not words.find(WIDE)):
            return
        headed = any(p.place and p.place.precision in TOWNS for p in self.header)  # "**Sumy.** A missile hit a mill."
        counted = tuple(c for c in waves if c in fired)
        if self.wave and not counted and not words.says("salvo") and all(map(counts_wave, self.wave)):
            return  # what hit one house is not what was fired at the country
        if counted or words.says("salvo") or not (headed or any(c.precise("at", "over") for c in clauses)):
            self.wave = counted or tuple(fired)
