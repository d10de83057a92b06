"""Walks through a report's clauses and gathers what each tells of which strike."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby

from dashboard.extract.casualties import Figure
from dashboard.extract.dates import DateReading, resolve
from dashboard.extract.passages import WEAPONS, Clause
from dashboard.extract.roles import Placed
from dashboard.geocode import Gazetteer, city_of, country_place, region_of, stands_for_government
from dashboard.records import Occurrence, Part, Place, Report

PRECISE = ("site", "district", "settlement", "raion", "admin1")
SPEECH_DATE = re.compile(
    r"(?:said|says|told|reported|announced|wrote|warned|posted|stated|added|acknowledged|confirmed|admitted|claimed|"
    r"according to|spoke|argues|argued|published|updated|повідомив|повідомила|заявив|написав|сообщил|написал|заявил)"
    r"(?:\s+(?:in|to|reporters|early|late|in a statement|on Telegram|at noon)){0,3}\s*(?:on\s+|at\s+|in an? \w+ |,\s*|у\s+|в\s+)?$"
)
SEPARATE = re.compile(
    r"\b(?:in a separate|separate (?:strike|attack|drop|incident|raid)|second (?:strike|attack|drone|missile|time|hit|wave|raid)|вдруге|повторн\w+|второй раз|повторно)\b", re.IGNORECASE
)
MORE_DISTRICTS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|all|every|other|various|\d+)\s+(?:\w+\s+)?(?:districts?|areas)\b|район(?:ів|ах)", re.IGNORECASE
)
TALLY = re.compile(
    r"\b\d[\d,. ]*\s*(?:times|attacks|strikes|shots|shellings|разів|ударів|удари|удар|обстріл\w*|атак\w*|раз)\b|атакова\w+\s+\d+"
    r"|\b\d+\s+(?:[\w-]+\s+){0,3}(?:drones|UAVs|vehicles|shells|missiles|munitions|бпла|беспилотник\w+|безпілотник\w+|дрон\w+|боеприпас\w+|снаряд\w+)\b",
    re.IGNORECASE,
)
NATIONWIDE = re.compile(r"across (?:the country|Ukraine)|throughout the country|nationwide|country's toll|countrywide|по всій країні|по країні|по стране", re.IGNORECASE)
IN_THE_CITY = re.compile(
    r"\b(?:in|across|over|throughout|around|inside) the (?:port |same |regional )?(?:city|town|capital)\b|\b[ув] (?:самому )?(?:місті|обласному центрі|столиці)\b|\bв (?:самом )?(?:городе|областном центре)\b",
    re.IGNORECASE,
)
OPENS = re.compile(r"(?:^|[.!?»”\"]\s+|\n)[*_-]*\s*(?:On\s+|By\s+|В\s+|У\s+)?$")
SAID_LATER = re.compile(
    r"\s(?:(?!struck|hit|attack|shell|drone|missile|bomb|fired|fell|explo|kill|damag)[\w'’,.-]+\s+){1,9}?"
    r"(?:said|gave|told|announced|reported|put|raised|confirmed|wrote|called|stated|spoke|claimed|blamed|повідоми\w+|заяви\w+|сообщи\w+)\b"
)
DESTROY = re.compile(r"destroy|знищ|уничтож", re.IGNORECASE)
DESTROYED = re.compile(
    r"(?:drones?|missiles?|UAVs?|rockets?|дрон\w*|ракет\w*|безпілотник\w*|беспилотник\w*|БпЛА|БПЛА)[^.;]{0,40}\b(?:destroyed|знищен\w*|уничтожен\w*)"
    r"|\b(?:destroyed|знищил\w*|уничтожил\w*)\s+(?:[\w,.]+\s+){0,5}(?:drones|missiles|UAVs|targets|дрон\w*|ракет\w*|безпілотник\w*|беспилотник\w*)",
    re.IGNORECASE,
)
AIMED = re.compile(r"\b(?:at|against|on|into|upon|по|на|у|в)\s", re.IGNORECASE)
SAID_NEXT = re.compile(r"\s+(?:said|told|announced|reported|wrote|повідоми\w+|заяви\w+|написа\w+|сообщи\w+|отчитал\w+|звіту\w+|доложи\w+|розпові\w+|рассказа\w+)\b")
WHEN = re.compile(r",?\s+when\b|,\s+коли\b|,\s+когда\b")
WHOLE_COUNTRY = "a toll for the whole country"
FINE = ("time", "day", "night", "days")
LISTED = "listed right after the strike is told of"
ALSO = re.compile(r"\b(?:turn of|(?:in|by|during) the same (?:salvo|attack|wave|raid|strike)|likewise)\b", re.IGNORECASE)
THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|have|had|will))|\bтам\b", re.IGNORECASE)
SALVO = re.compile(r"\b(?:wave|salvo|barrage|shelling spared)\b", re.IGNORECASE)
WAVE = re.compile(r"\b(?:wave|salvo|barrage|shelling spared|across (?:the )?(?:country|region|oblast)|cities|towns|regions|oblasts|масован\w+|хвил\w+|массирован\w+|волн\w+)\b", re.IGNORECASE)
CLAIMED_KILLS = re.compile(
    r"\b(?:it|they|forces|army|ministry|military)\b[^.]{0,60}\bkilled\W+(?:[\w,-]+\s+){0,4}"
    r"(?:officers|servicemen|soldiers|troops|militants|fighters|instructors|mercenaries|personnel)\b"
    r"|\b(?:eliminated|neutrali[sz]ed|liquidated)\W+(?:[\w,-]+\s+){0,4}(?:officers|servicemen|soldiers|troops|militants|fighters|instructors|mercenaries|personnel)\b",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\s*(?:and|to|until|till|into|through|до|і|та|й|и)\s*(?:the\s+)?", re.IGNORECASE)
LEAD_BLOCKS = 2  # the paragraphs after the first that still set the day of the report
LONGEST_HEADING = 70
HEADING = re.compile(r"\s*(?:\*\*.+\*\*|__.+__|#+ .+|[^.!?]+\?|[^.!?:]{3,45})[:.]?\s*")
ONTO = re.compile(r"\s+(?:on|onto|against|hits?|into|по|на)\s+(?:the\s+)?[A-ZА-ЯІЇЄҐ]")
THE_REGION = re.compile(r"\b(?:the|his|her) (?:\w+ )?(?:part of the )?(?:region|oblast|province)\b|\bобласт\w+|\bрегіон\w*|\bрегион\w*", re.IGNORECASE)
RANGE = re.compile(r"\bfrom\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s+to\s+[A-Z]")
SPOKEN = re.compile(r"\b(?:said|says|told|tells|stated|speaking|spoke|announced|asked|met|stepped|visit\w*|call)\b")
ASKED = re.compile(r"\?[»”\"'*_)\]]*$|\bQ:\s")
HEARD = re.compile(r"\b(?:heard|hear|loud|чут\w+|чули|лунал\w+|гучно|слышал\w*|слышн\w+)\b", re.IGNORECASE)
TO_COME = re.compile(r"\bwill\b|\bexpected to\b|\bplanned\b|\bбуде\b|\bбудет\b", re.IGNORECASE)
PRESENT = re.compile(r"today|tonight|сьогодні|сегодня", re.IGNORECASE)
SHIFT = re.compile(
    r"[\W_]*(?:It comes as|It came as|This comes as|Meanwhile|Elsewhere|Separately|In a separate|In another|In other|In the other direction|At the same time|Also|On the other side|"
    r"Тим часом|Окрім того|Крім того|Водночас|Також|Между тем|Тем временем|Кроме того|Также)\b"
)
ANAPHORA = re.compile(r"[\W_]*(?:That|It|This|Those|He|She|They|The (?:attack|strike|raid|blast|explosion|missile|drone))\b")
TIMED = re.compile(r"\s*\[?\d{1,2}[:.]\d{2}")
HARMLESS = re.compile(
    r"\bno (?:word of )?(?:major |serious |significant |other )?(?:damage|destruction|consequences|effects?|hits)\b|without (?:any )?(?:damage|consequences|effect)|caused no|\bno (?:such )?(?:attack|strike)\b|(?:атак|удар)\w* не (?:бул|был)\w|harmless|knew of no damage|nothing (?:fell|to report)"
    r"|(?:пошкоджен|руйнуван|збитк|влучан|шкод|наслідк)\w*\s+(?:[\w'’]+\s+){0,4}(?:немає|нема|не)\b|(?:повреждени|разрушени|последстви|попадани)\w*\s+(?:\w+\s+){0,4}нет\b|шкоди немає|(?:без|ані|ні) (?:влучань|наслідків|руйнувань|пошкоджень|збитків)|минула (?:тихо|спокійно)|влучань\s+\w*\s*не|не зафіксу|последствий нет|без последствий|разрушений нет",
    re.IGNORECASE,
)
REMEMBERED = re.compile(r"\b(?:anniversary|exactly (?:one|two|three) years?|years? ago|річниц\w*|роковин\w*|годовщин\w*|sentenced|verdict|trial)\b", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """One strike while its report is being read."""

    place: Place | None
    names: list[Placed] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    dates: list[tuple[DateReading, Part]] = field(default_factory=list)
    later_dates: list[tuple[DateReading, Part]] = field(default_factory=list)
    inherited: tuple[DateReading, Part] | None = None
    figures: list[tuple[Figure, Part]] = field(default_factory=list)
    wave: tuple[Clause, ...] = ()
    contained: bool = False
    joint_of: tuple[Place, ...] = ()
    tally: bool = False
    weak: bool = False
    more: bool = False
    place_rule: str = "named where the strike is told of"

    @property
    def reading(self) -> tuple[DateReading, Part] | None:
        """The date read for it: its own first, else the one it inherits."""
        later = min(self.later_dates, key=_rank, default=None)
        if not self.dates and self.inherited and later and _rank(later)[1]:
            return self.inherited
        return min(self.dates, key=_rank, default=later or self.inherited)

    @property
    def interval(self) -> tuple[date, date] | None:
        """The days it may have happened on, both included."""
        reading = self.reading
        if reading is None or reading[0].date_start is None or reading[0].date_end is None:
            return None
        return reading[0].date_start, reading[0].date_end

    @property
    def in_body(self) -> bool:
        """Whether the body, and not the title alone, tells of it."""
        return any(clause.part == "body" for clause in self.clauses)


def _rank(item: tuple[DateReading, Part]) -> tuple[bool, bool]:
    """Dates of the body before those of the title, days before weeks and months."""
    return item[1] == "title", item[0].granularity in ("days", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class Unit:
    """Clauses of one sentence that tell of the same places."""

    places: tuple[Placed, ...]
    clauses: tuple[Clause, ...]


def contains(outer: Place, inner: Place) -> bool:
    """Whether one place lies in another by name: a district in its city, a settlement in its region, all in a country."""
    if outer.key == inner.key or outer.country != inner.country:
        return False
    if outer.precision == "country":
        return True
    if outer.precision == "admin1":
        return inner.precision != "admin1" and inner.admin1 == outer.admin1
    return inner.precision in ("district", "site") and inner.parent == outer.name


def tells_of_weapons(clauses: Sequence[Clause]) -> bool:
    """Whether a text tells of weapons at all, so that "strike" and "hit" are not a labour dispute's or a market's.

    A text of drills ("by the scenario, a missile ...") or of a match tells of none.
    """
    if sum(clause.has("drill") for clause in clauses) >= 2 or sum(c.sense == "sport" for clause in clauses for c in clause.cues) >= 4:
        return False
    if not any(clause.has("actor", "blast") or clause.weapons for clause in clauses):
        return False
    return any(clause.weapons or clause.has("blast") or (clause.has("strike") and (clause.toll or clause.has("effect") or (clause.has("object") and clause.has("actor")))) for clause in clauses)


def bears(clause: Clause, text: str, told: bool, company: Sequence[Clause] = ()) -> bool:
    """Whether a clause tells of something struck.

    `told` says that a strike is already being told of; `company` are the clauses of its sentence.
    """
    words = text[clause.start : clause.end]
    if clause.has("unreal") or REMEMBERED.search(words):
        return False
    if any(c.has("notstrike") and not c.weapons for c in company) or ASKED.search(text, clause.start, clause.sentence.end):
        return False
    if clause.has("statistic") and not clause.placed("at"):
        return False
    if CLAIMED_KILLS.search(words):
        return False
    if clause.toll and (clause.has("statistic") or any(d.granularity == "year" and d.anchor != "reference" for d in clause.dates)):
        return False
    if clause.has("notstrike") and not clause.weapons:
        return False
    if clause.has("strike") and TALLY.search(words) and THE_REGION.search(words):
        return True
    stopped = clause.has("intercepted") or bool(DESTROYED.search(words))
    weapon = bool(clause.weapons)
    struck = clause.has("strike") or (weapon and clause.has("motion") and any(c.has("object", "effect") or c.toll for c in (clause, *company)))
    effect = clause.has("effect") and not (stopped and _only_destroyed(clause, text))
    effect = effect or (clause.has("debris") and (clause.has("object") or (struck and not stopped)))
    if clause.has("ground") and not (effect or clause.toll or weapon):
        return False
    if stopped and not (effect or clause.toll):
        return False
    if clause.has("generic") and not clause.toll and not clause.placed("at"):
        return False
    if clause.toll:
        return struck or weapon or effect or told or any(c.has("strike") or c.weapons for c in company)
    if HARMLESS.search(words):
        return False
    if clause.has("alert") and not (effect or struck):
        return False
    if (HEARD.search(words) or clause.has("blast")) and not effect and not clause.has("object"):
        return False
    if effect and not weapon and not struck and TO_COME.search(words):
        return False
    if (clause.has("labour") and not weapon) or (clause.has("supply") and not effect):
        return False
    if (weapon and (struck or effect)) or (struck and effect):
        return True
    if any(ONTO.match(text, cue.end) for cue in clause.cues if cue.sense in WEAPONS or cue.sense == "strike") and clause.placed("at"):
        return True
    if struck and any(c.toll for c in company):
        return True
    if weapon and clause.has("launch") and AIMED.search(words) and clause.placed("at"):
        return True
    if weapon and clause.has("object") and told:
        return True
    return (struck and (told or clause.has("object"))) or (effect and (told or clause.part == "title"))


def _strong(clause: Clause) -> bool:
    """Whether a clause by itself tells of a strike: somebody or something hit, by something fired."""
    return bool(clause.toll) or (bool(clause.weapons) and clause.has("object", "effect"))


def _overlap(one: Draft, other: Draft) -> bool:
    mine, theirs = one.interval, other.interval
    return mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1])


DULL = frozenset({"labour", "market", "sport", "supply", "notstrike"})


def opens_with_attack(clauses: Sequence[Clause]) -> bool:
    """Whether the title or the first three sentences tell of an attack: something fired that hit, or a strike by a side."""
    opening = [c for c in _opening(clauses, 4) if not c.has("notstrike", "unreal", "supply")]
    hit = any(c.has("strike", "effect", "motion", "object") or c.toll for c in opening)
    fired = any(c.weapons or (c.has("strike") and (c.has("actor", "object") or c.toll)) for c in opening)
    return (hit and fired) or any(c.toll and c.has("effect") for c in opening)


def _opening(clauses: Sequence[Clause], sentences: int) -> list[Clause]:
    """The clauses of the title and of the first sentences of the body."""
    first = set(list(dict.fromkeys(c.sentence.start for c in clauses if c.part == "body"))[:sentences])
    return [c for c in clauses if c.part == "title" or c.sentence.start in first]


def is_past(clauses: Sequence[Clause]) -> bool:
    """Whether a report is about the past: its title or its first two sentences speak of a court, an anniversary, a rebuilding."""
    return any(c.has("past") for c in _opening(clauses, 2))


def is_dull(clauses: Sequence[Clause]) -> bool:
    """Whether a report is more about work, trade, sport, arms deliveries or accidents than about strikes."""
    if any(c.has("notstrike") for c in _opening(clauses, 2)) or not opens_with_attack(clauses):
        return True
    dull = sum(cue.sense in DULL for c in clauses for cue in c.cues)
    return dull >= 4 and dull >= 2 * sum(bool(c.weapons) and c.has("object", "effect") for c in clauses)


def is_hard(draft: Draft) -> bool:
    """Whether a draft tells both what was fired and whom or what it hit."""
    told = [c for c in draft.clauses if not c.has("notstrike")]
    return any(c.weapons for c in told) and any(c.has("object", "effect") or c.toll for c in told)


def has_core(draft: Draft, report: Report) -> bool:
    """Whether a draft tells of somebody hurt or something damaged, and not just of something fired."""
    return any(
        c.toll
        or (c.has("effect") and not HARMLESS.search(report.text(c.part), c.start, c.end))
        or (c.has("object") and (c.weapons or c.has("strike")))
        for c in draft.clauses
    )


def _only_destroyed(clause: Clause, text: str) -> bool:
    """Whether "destroyed" is all the effect that a clause about downed drones has."""
    return all(DESTROY.match(text, cue.start) for cue in clause.cues if cue.sense == "effect") and not clause.has("object")


class Walk:
    """One walk through one report. `drafts` holds what was found, in the order of the text."""

    def __init__(self, report: Report, gazetteer: Gazetteer, occurrences: Sequence[Occurrence]) -> None:
        self.report = report
        self.gazetteer = gazetteer
        self.named = Counter(o.place.key for o in occurrences if o.place)
        self.cities: list[Placed] = []
        self.wave: list[Clause] = []
        self.capitals: tuple[Placed, ...] = ()
        self.home: Placed | None = None
        self.drafts: list[Draft] = []
        self.focus: list[Draft] = []
        self.lead_date: tuple[DateReading, Part] | None = None
        self.title_date: tuple[DateReading, Part] | None = None
        self.block_date: tuple[DateReading, Part] | None = None
        self.header: tuple[Placed, ...] = ()
        self.topic: tuple[Placed, ...] = ()
        self.section: tuple[Placed, ...] = ()  # the places and the date that the last heading names
        self.section_date: tuple[DateReading, Part] | None = None
        self.touched = False  # whether a strike was told of in this block
        self.block = -1
        self.part: Part = "title"

    def walk(self, clauses: Sequence[Clause]) -> None:
        """Reads the clauses of one part, in order."""
        for _, group in groupby(clauses, key=lambda c: c.sentence):
            self._sentence(list(group))

    # one sentence

    def _sentence(self, clauses: list[Clause]) -> None:
        first = clauses[0]
        text = self.report.text(first.part)
        if (first.part, first.sentence.block) != (self.part, self.block):
            self.part, self.block = first.part, first.sentence.block
            self.block_date, self.header, self.touched = self.section_date, self.section, False
            self.topic = ()
            if first.block.kind in ("item", "row") and not TIMED.match(text, first.block.start):
                self.focus = []
        if first.sentence.start == first.block.start and SHIFT.match(text, first.start):
            self.focus = []
        if first.sentence.start == first.block.start and (self._is_heading(clauses, text) or self._heads(clauses, text)):
            return
        if self.home is None:
            near = ("at",) if first.part == "title" else ("dateline",)
            found = [p for c in clauses for p in c.placed(*near) if p.occurrence.place and p.occurrence.place.precision in PRECISE]
            if first.part == "body":
                found = [p for p in found if p.occurrence.place and self.named[p.occurrence.place.key] > 1]
            self.home = found[0] if len(found) == 1 else None
        self.capitals += tuple(p for c in clauses for p in c.places if p.occurrence.place and p.occurrence.place.precision == "settlement" and stands_for_government(p.occurrence.place))
        self.cities += [p for c in clauses for p in c.placed("at", "dateline", "over") if p.occurrence.place and p.occurrence.place.precision == "settlement"]
        told = any(d.place or any(_strong(c) for c in d.clauses) for d in self.drafts)
        fired = [c for c in clauses if c.weapons and c.has("strike", "launch", "effect", "shelling", "airstrike") and not c.has("unreal", "generic", "past")]
        apart = WAVE.search(text[clauses[0].start : clauses[-1].end])
        if fired and (apart or not self.touched) and (SALVO.search(text[clauses[0].start : clauses[-1].end]) or not any(p.occurrence.place.precision in PRECISE for c in clauses for p in c.placed("at", "over") if p.occurrence.place)):
            self.wave = fired
        for unit in self._units(clauses, text):
            bearing = [c for c in unit.clauses if bears(c, text, told, clauses)]
            if bearing:
                self._unit(unit, bearing, text)
            else:
                self._aside(unit, text)

    def _is_heading(self, clauses: list[Clause], text: str) -> bool:
        """Whether the block is a heading ("**Monday 24**", "What about Syzran?"); its places and date hold up to the next one."""
        block = clauses[0].block
        words = text[block.start : block.end]
        if self.part == "title" or len(block.sentences) > 1 or block.kind != "paragraph" or len(words) > LONGEST_HEADING:
            return False
        if not HEADING.fullmatch(words) or any(c.toll for c in clauses):
            return False
        self.section = tuple(p for c in clauses for p in c.placed("at", "dateline", "speaker") if p.occurrence.place and p.occurrence.place.precision in PRECISE)
        readings = [d for c in clauses for d in c.dates if d.granularity in ("time", "day", "night") and d.date_start]
        self.section_date = (readings[0], clauses[0].part) if readings else None
        self.focus, self.topic = [], ()
        return True

    def _heads(self, clauses: list[Clause], text: str) -> bool:
        """Whether the sentence is no more than a place (and a date), such as "Synelnykove." or "KONOTOP:"; it heads the block."""
        at = [p for c in clauses for p in c.placed("at", "dateline", "over", "speaker")]
        if not at or clauses[0].part == "title":
            return False
        start, end = clauses[0].start, clauses[-1].end
        rest = text[start:end]
        for span in sorted([(p.occurrence.span.start, p.occurrence.span.end) for p in at] + [(d.start, d.end) for c in clauses for d in c.dates], reverse=True):
            rest = rest[: span[0] - start] + " " + rest[span[1] - start :]
        head, _, tail = rest.partition(":") if ":" in rest else (rest, "", "")
        if len(re.sub(r"\b(?:about|around|on|at|the|in|district|region|близько|м)\b|[\W\d_]", "", head)) > 3:
            return False
        self.header = tuple(at)
        readings = [d for c in clauses for d in c.dates if self._explicit(d, text)]
        if readings:
            self.block_date = (self._resolved(readings[0], None), clauses[0].part)
        return not tail.strip()

    def _units(self, clauses: list[Clause], text: str) -> list[Unit]:
        """The clauses grouped by the places they tell of; a clause without one goes with the one before, else the one after."""
        located: list[tuple[list[Placed], list[Clause]]] = []
        waiting: list[Clause] = []
        everything = [p for c in clauses for p in c.places]
        for clause in clauses:
            here = self._struck_places(clause, everything)
            if here:
                if waiting and self.focus and THERE.search(text[waiting[0].start : waiting[-1].end]):
                    located.append(([], waiting))
                    waiting = []
                located.append((here, [*waiting, clause]))
                waiting = []
            elif located:
                located[-1][1].append(clause)
            else:
                waiting.append(clause)
        if waiting:
            located.append(([], waiting))
        return [Unit(tuple(places), tuple(group)) for places, group in located]

    def _struck_places(self, clause: Clause, everything: list[Placed]) -> list[Placed]:
        """The names in a clause where something may have been struck: no container of a nearer one, no country."""
        roles = ("at", "over") if clause.has("effect", "debris") or clause.toll else ("at",)
        named = [p for p in clause.placed(*roles) if p.occurrence.place and p.occurrence.place.precision in PRECISE]
        inner = [p.occurrence.place for p in everything if p.occurrence.place and p.role in ("at", "over", "dateline")]
        return [p for p in named if p.occurrence.place and not any(contains(p.occurrence.place, i) for i in inner)]

    # one unit

    def _unit(self, unit: Unit, bearing: list[Clause], text: str) -> None:
        places = {p.occurrence.place.key: p for p in unit.places if p.occurrence.place}
        explicit = self._dates(unit, text)
        figures = [f for c in unit.clauses for f in c.figures]
        stretch = text[unit.clauses[0].start : unit.clauses[-1].end]
        countries = [p.occurrence.place for c in unit.clauses for p in c.placed("at") if p.occurrence.place and p.occurrence.place.precision == "country"]
        if not places and any(f.best for f in figures if not f.negated) and (NATIONWIDE.search(stretch) or countries):
            self._nationwide(unit, explicit, figures, countries)
            return
        if not places:
            there = self._that_city(stretch) or self.topic or (() if self.touched else self.header)
            if not there and not self.touched and (not self.focus or unit.clauses[0].block.kind != "paragraph"):
                there = tuple(p for c in unit.clauses for p in c.placed("office") if p.occurrence.place and p.occurrence.place.precision in PRECISE)[:1]
            places = {p.occurrence.place.key: p for p in there if p.occurrence.place}
            if there and there is self.header and self.block_date and not explicit:
                explicit = [self.block_date[0]]
        if not places:
            self._continue(unit, explicit, figures, text)
            return
        tally = bool(TALLY.search(stretch))
        joint = len(places) > 1 and any(f.best for f in figures if not f.negated)
        touched = []
        if joint and RANGE.search(stretch):
            self._joint([p.occurrence.place for p in places.values() if p.occurrence.place], unit, explicit, figures)
            return
        for placed in places.values():
            draft = self._open(placed, explicit, bool(figures) and not joint, tally, text, unit)
            self._tell(draft, unit, [], [] if joint else figures)
            draft.dates += [(d, unit.clauses[0].part) for d in explicit]
            draft.names.append(placed)
            draft.more |= bool(MORE_DISTRICTS.search(stretch))
            touched.append(draft)
        if joint:
            touched = [self._joint([d.place for d in touched if d.place], unit, explicit, figures)]
        self.focus, self.topic, self.touched = touched, (), True
        self._remember(touched)

    def _dates(self, unit: Unit, text: str) -> list[DateReading]:
        """The dates a unit gives, the one nearest to its place first."""
        at = unit.places[0].occurrence.span.start if unit.places else None
        found = [(c, d) for c in unit.clauses for d in c.dates if self._explicit(d, text)]

        def distance(item: tuple[Clause, DateReading]) -> tuple[bool, bool, int]:
            clause, reading = item
            if at is None:
                return (reading.anchor == "reference", False, reading.start)
            apart = at - reading.end if reading.end <= at else reading.start - at
            return (reading.anchor == "reference", not clause.start <= at < clause.end, apart)

        resolved: list[tuple[Clause, DateReading]] = []
        for clause, reading in found:
            last = resolved[-1][1] if resolved else None
            reference = (last.date_start, last.date_end) if last and last.date_start and last.date_end else self._reference()
            now = replace(self._resolved(reading, reference), anchor=reading.anchor)
            if last and last.date_start and now.date_end and UNTIL.fullmatch(text, last.end, now.start):
                resolved[-1] = (clause, replace(last, end=now.end, phrase=text[last.start : now.end], date_end=max(now.date_end, last.date_start)))
            else:
                resolved.append((clause, now))
        return [d for _, d in sorted(resolved, key=distance)]

    def _open(self, placed: Placed, explicit: list[DateReading], counted: bool, tally: bool, text: str, unit: Unit) -> Draft:
        """The draft that a named place belongs to: an earlier one of the same strike, one made more precise, or a new one."""
        place = placed.occurrence.place
        assert place is not None
        stretch = text[unit.clauses[0].start : unit.clauses[-1].end]
        for draft in reversed(self.drafts):
            if draft.place and draft.place.key == place.key and self._same_time(draft, explicit):
                if counted and SEPARATE.search(stretch) and any(f.best for f, part in draft.figures if part == "body"):
                    break
                return draft
        for draft in reversed(self.drafts):
            blank = draft.place is None and not draft.joint_of and any(_strong(c) for c in draft.clauses)
            if blank and self._same_time(draft, explicit) and self._beside(draft, unit):
                draft.place = place
                return draft
        for draft in self.focus:
            if draft.place and contains(draft.place, place) and draft.place.precision != "country" and self._same_time(draft, explicit):
                if not any(f.best for f, _ in draft.figures) and not draft.tally and not draft.more:
                    draft.place = place
                    draft.names.clear()
                    return draft
        if not counted and not tally:
            for draft in reversed(self.focus):
                if draft.place and contains(place, draft.place) and self._same_time(draft, explicit):
                    return draft
        wave, contained = self._wave_over(place, unit, text)
        draft = Draft(place, inherited=self._inherited(), tally=tally, wave=wave, contained=contained)
        self.drafts.append(draft)
        return draft

    def _wave_over(self, place: Place, unit: Unit, text: str) -> tuple[tuple[Clause, ...], bool]:
        """The clauses whose weapon also stands for a place that has none of its own: the attack it is told under."""
        for draft in reversed(self.drafts):
            if draft.place and contains(draft.place, place) and any(c.weapons for c in draft.clauses):
                return tuple(c for c in draft.clauses if c.weapons), True
        if self.focus and ALSO.search(text[unit.clauses[0].start : unit.clauses[-1].end]):
            return tuple(c for c in self.focus[-1].clauses if c.weapons), False
        return tuple(self.wave), False

    def _tell(self, draft: Draft, unit: Unit, explicit: list[DateReading], figures: Iterable[Figure]) -> None:
        part = unit.clauses[0].part
        draft.clauses += unit.clauses
        draft.later_dates += [(d, part) for d in explicit if d.granularity in FINE]
        draft.figures += [(f, part) for f in figures]

    def _continue(self, unit: Unit, explicit: list[DateReading], figures: list[Figure], text: str) -> None:
        """A stretch that names no place goes on with what was told of last; a date of its own makes it another strike there."""
        stretch = text[unit.clauses[0].start : unit.clauses[-1].end]
        region = self._tallied_region(stretch)
        if region is not None:
            self.drafts.append(region)
            self._tell(region, unit, explicit, figures)
            return
        if not self.focus:
            draft = Draft(None, inherited=self._inherited())
            self.drafts.append(draft)
            self.focus = [draft]
        elif explicit and self._another_day(unit, explicit) and not any(self._same_time(d, explicit) for d in self.focus):
            places = [d.place for d in self.focus if d.place]
            part = unit.clauses[0].part
            self.focus = [Draft(place, names=list(d.names), dates=[(x, part) for x in explicit]) for place, d in zip(places, self.focus, strict=False)]
            self.drafts += self.focus
        if len(self.focus) > 1 and any(f.best for f in figures if not f.negated):
            self.focus = [self._joint([d.place for d in self.focus if d.place], unit, explicit, figures)]
            return
        for draft in self.focus:
            self._tell(draft, unit, explicit, figures)
            draft.more |= bool(MORE_DISTRICTS.search(stretch))
            draft.tally |= bool(draft.place and draft.place.precision in ("raion", "admin1") and TALLY.search(stretch))
        self._remember(self.focus)

    def _share_out(self, placed: Placed, unit: Unit) -> bool:
        """Gives a strike told of without a place the places that the next sentence lists, one draft each."""
        blank = next((d for d in self.focus if d.place is None and not d.joint_of and d.in_body and self._beside(d, unit)), None)
        sample = blank or next((d for d in self.focus if d.names and d.names[-1] in unit.places and d.place_rule == LISTED), None)
        if sample is None or len(unit.places) < 2:
            return False
        if blank is not None:
            draft = blank
        else:
            draft = Draft(None, clauses=list(sample.clauses), dates=list(sample.dates), later_dates=list(sample.later_dates), inherited=sample.inherited)
            self.drafts.append(draft)
            self.focus.append(draft)
        draft.place, draft.place_rule = placed.occurrence.place, LISTED
        draft.names.append(placed)
        if draft is blank:
            draft.clauses += unit.clauses
        return True

    def _tallied_region(self, stretch: str) -> Draft | None:
        """A draft for the region around the last place, where its day's fire is counted up ("attacked the region 42 times")."""
        place = self.focus[-1].place if self.focus else self.home.occurrence.place if self.home else None
        if place is None or (place.precision == "admin1" and self.focus) or not (TALLY.search(stretch) and THE_REGION.search(stretch)):
            return None
        area = region_of(place, self.gazetteer)
        if area is None:
            return None
        names = list(self.focus[-1].names) if self.focus else [self.home] if self.home else []
        return Draft(area, names=names, inherited=self._inherited(), tally=True, place_rule=f"the region of {place.name}")

    def _another_day(self, unit: Unit, explicit: list[DateReading]) -> bool:
        """Whether a date belongs to another strike and not to a later count of the dead of the last one."""
        reference = self._reference()
        if reference is None or explicit[0].date_start is None or explicit[0].date_start < reference[0]:
            return True
        return any(c.weapons or c.has("strike", "effect") for c in unit.clauses)

    def _aside(self, unit: Unit, text: str) -> None:
        """A stretch that bears no strike may still say more exactly where the last one was, what day, or that it did no harm."""
        stretch = text[unit.clauses[0].start : unit.clauses[-1].end]
        for placed in unit.places:
            place = placed.occurrence.place
            if any(c.has("ground", "unreal", "notstrike") for c in unit.clauses):
                self.focus = [] if any(c.has("ground") for c in unit.clauses) else self.focus
                break
            if place and place.precision in PRECISE and placed.role == "at" and self._share_out(placed, unit):
                continue
            for draft in self.focus:
                blank = draft.place is None and any(_strong(c) for c in draft.clauses)
                inner = draft.place and place and contains(draft.place, place) and not draft.tally and not any(f.best for f, part in draft.figures if part == "body")
                if place and (blank or inner) and placed.role == "at" and draft.clauses and self._beside(draft, unit) and place.precision in PRECISE:
                    draft.place = place
                    draft.names.append(placed)
                    break
            else:
                if placed.role == "at" and place and place.precision in PRECISE:
                    self.topic = (placed,)
        if not unit.places and HARMLESS.search(stretch):
            for draft in self.focus:
                draft.weak = draft.in_body and not any(c.has("object", "effect") or c.toll for c in draft.clauses)
        explicit = [d for c in unit.clauses for d in c.dates if d.anchor != "reference" and self._near(d) and self._explicit(d, text)]
        if SPOKEN.search(stretch):
            explicit = []
        explicit = [d for d in explicit if not PRESENT.fullmatch(d.phrase)]
        if explicit and self.lead_date is None and self.part == "body" and self.block <= LEAD_BLOCKS:
            self.lead_date = (explicit[0], self.part)
        if explicit and not unit.places:
            for draft in self.focus:
                near = draft.clauses and (draft.clauses[-1].block == unit.clauses[0].block or ANAPHORA.match(stretch))
                if not draft.dates and not draft.later_dates and draft.in_body and near and self._beside(draft, unit):
                    draft.later_dates.append((explicit[0], unit.clauses[0].part))
        figures = [f for c in unit.clauses for f in c.figures if f.negated]
        if figures and not unit.places:
            for draft in self.focus:
                self._tell(draft, unit, [], figures)

    def _that_city(self, stretch: str) -> tuple[Placed, ...]:
        """The city that "in the city itself" means, where the last strike was told of a part of it or of its region."""
        if not IN_THE_CITY.search(stretch):
            return ()
        if "capital" in stretch.lower() or "столиц" in stretch.lower():
            return self.capitals[-1:]
        for draft in reversed(self.focus):
            if draft.place is None or draft.place.precision == "settlement":
                continue
            city = city_of(draft.place, self.gazetteer)
            if city and draft.names:
                name = draft.names[-1].occurrence
                return (Placed(Occurrence(name.span, name.text, city, f"the city of {draft.place.name}"), "at"),)
            region = draft.place.name.removesuffix(" Oblast").removesuffix(" Krai")
            seat = self.gazetteer.city(region, draft.place.country)
            if seat and draft.names:
                name = draft.names[-1].occurrence
                return (Placed(Occurrence(name.span, name.text, seat, f"the city of {draft.place.name}"), "at"),)
            for placed in reversed(self.cities):
                place = placed.occurrence.place
                if place and (place.name == region or (place.admin1 == draft.place.admin1 and place.country == draft.place.country)):
                    return (placed,)
        return ()

    def _beside(self, draft: Draft, unit: Unit) -> bool:
        """Whether a stretch stands in the same block as the last of a draft, or in the next two."""
        last, here = draft.clauses[-1], unit.clauses[0]
        return last.part != here.part or here.sentence.block - last.sentence.block <= 2

    def _joint(self, places: list[Place], unit: Unit, explicit: list[DateReading], figures: list[Figure]) -> Draft:
        """The draft that carries a toll given for several places at once."""
        for draft in self.drafts:
            if draft.joint_of == tuple(places):
                break
        else:
            area = next((p.occurrence.place for p in self.header if p.occurrence.place and p.occurrence.place not in places), None)
            draft = Draft(area, joint_of=tuple(places), inherited=self._inherited(), place_rule="the smallest area that holds all places of a joint toll")
            self.drafts.append(draft)
        self._tell(draft, unit, explicit, figures)
        return draft

    def _nationwide(self, unit: Unit, explicit: list[DateReading], figures: list[Figure], countries: list[Place]) -> None:
        """A toll for a country: of one night's attack on it, told beside the places. It stands only where there are some."""
        places = [d.place for d in self.drafts if d.place] + [p.occurrence.place for p in self.cities if p.occurrence.place]
        codes = Counter(place.country for place in places if place.country)
        country = countries[0] if countries else country_place(codes.most_common(1)[0][0], self.gazetteer) if codes else None
        draft = Draft(country, inherited=self._inherited(), tally=True, wave=tuple(self.wave), place_rule=WHOLE_COUNTRY)
        self._tell(draft, unit, [], figures)
        draft.dates += [(d, unit.clauses[0].part) for d in explicit]
        self.drafts.append(draft)
        self._remember([draft])

    def settle_countries(self) -> None:
        """A toll told of a country belongs to the one place where the report tells of a strike there, if it is only one."""
        for draft in [d for d in self.drafts if d.place_rule == WHOLE_COUNTRY]:
            inside = {d.place.key: d for d in self.drafts if d is not draft and d.place and draft.place and contains(draft.place, d.place) and _overlap(d, draft)}
            if len(inside) == 1:
                only = next(iter(inside.values()))
                only.figures += draft.figures
                only.clauses += draft.clauses
                only.later_dates += draft.later_dates
                self.drafts.remove(draft)

    # dates

    def date_the_rest(self, clauses: Sequence[Clause]) -> None:
        """Gives drafts without a date the report's own: that of its first dated strike, else the first date it names at all."""
        lead = [self.lead_date] if self.lead_date and self._near(self.lead_date[0]) else []
        dated = [d.reading for d in self.drafts if d.reading and self._near(d.reading[0])]
        stated = [(d, c.part) for c in clauses for d in c.dates if d.anchor != "reference" and self._near(d)]
        happened = [(d, part) for d, part in stated if self._explicit(d, self.report.text(part))]
        hours = [(d, c.part) for c in clauses for d in c.dates if d.anchor == "reference" and (d.part_of_day or d.hour is not None)]
        own = next(iter(lead or dated or happened or stated), None) or next((self._on_publication(d, part) for d, part in hours), None)
        for draft in self.drafts:
            coarse = draft.reading is not None and not draft.dates and _rank(draft.reading)[1]
            if coarse and own and draft.interval and own[0].date_start and draft.interval[0] <= own[0].date_start <= draft.interval[1]:
                draft.later_dates, draft.inherited = [], own
            if draft.interval is None:
                reading = draft.reading
                if own and reading and own[0].date_start and own[0].date_end and reading[0].anchor == "reference":
                    draft.dates = [(resolve(reading[0], (own[0].date_start, own[0].date_end)), reading[1])]
                else:
                    draft.dates, draft.later_dates, draft.inherited = [], [], own

    def _on_publication(self, reading: DateReading, part: Part) -> tuple[DateReading, Part] | None:
        """A time of day in a report that names no date at all: that of the day it was published, a night the one before."""
        day = self.report.published
        if day is None:
            return None
        if reading.part_of_day == "night":
            rule = "the night before publication; the report names no other date"
            return replace(reading, date_start=day - timedelta(days=1), date_end=day, date_prec=1, rule=rule), part
        return replace(reading, date_start=day, date_end=day, date_prec=1, rule="a time of the day of publication; the report names no other date"), part

    def place_the_rest(self) -> None:
        """Puts a strike told of without any place at the one place that the report is about: its title's, else its dateline's."""
        if self.home is None:
            return
        for draft in self.drafts:
            abroad = any(c.placed("at") for c in draft.clauses)  # told of a whole country
            if draft.place is None and not draft.joint_of and not abroad and any(_strong(c) for c in draft.clauses):
                draft.place, draft.place_rule = self.home.occurrence.place, "the place that the report is about"
                draft.names.append(self.home)

    def _near(self, reading: DateReading) -> bool:
        """Whether a date may be that of the report's news: a day or a few, not long before publication."""
        if reading.date_start is None or reading.date_end is None or self.report.published is None or "since" in reading.rule:
            return False
        return reading.date_end >= self.report.published - timedelta(days=14) and reading.date_start <= self.report.published and reading.granularity in ("time", "day", "night", "days")

    def _explicit(self, reading: DateReading, text: str) -> bool:
        """Whether a date tells when something happened, and not when somebody said so."""
        if reading.granularity == "year" and reading.date_end and self.report.published and reading.date_end < self.report.published - timedelta(days=180):
            return "since" not in reading.rule
        if reading.granularity == "year" or ("since" in reading.rule and not WHEN.match(text, reading.end)):
            return False
        before, after = text[max(0, reading.start - 60) : reading.start], text[reading.end : reading.end + 110]
        return not (SPEECH_DATE.search(before) or SAID_NEXT.match(after) or (OPENS.search(before) and SAID_LATER.match(after)))

    def _resolved(self, reading: DateReading, reference: tuple[date, date] | None) -> DateReading:
        return resolve(reading, reference) if reading.anchor == "reference" else reading

    def _reference(self) -> tuple[date, date] | None:
        for draft in self.focus:
            if draft.interval:
                return draft.interval
        reading = self.block_date or self.lead_date or self.title_date
        if reading and reading[0].date_start and reading[0].date_end:
            return reading[0].date_start, reading[0].date_end
        return None

    def _inherited(self) -> tuple[DateReading, Part] | None:
        return self.block_date or self.lead_date or self.title_date

    def _remember(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            reading = draft.reading
            if reading and reading[0].date_start:
                if self.part == "title":
                    self.title_date = self.title_date or reading
                elif self.lead_date is None:
                    self.lead_date = reading
                self.block_date = self.block_date or reading

    def _same_time(self, draft: Draft, explicit: list[DateReading]) -> bool:
        stated = [d for d in explicit if d.date_start and d.date_end]
        mine = draft.interval
        if stated and mine is None and self.report.published and stated[0].granularity not in FINE and stated[0].date_end:
            return stated[0].date_end >= self.report.published - timedelta(days=14)
        if not stated or mine is None or not draft.in_body:
            return True
        return any(d.date_start <= mine[1] + timedelta(0) and d.date_end >= mine[0] for d in stated if d.date_start and d.date_end)
