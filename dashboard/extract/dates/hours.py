"""The rules for words that name a clock time or a part of the day."""

from dashboard.extract.dates.grammar import Clock, Match, Part, Rules

HOURS = Rules()
HOUR = "(?P<h>{clock}|{point}|{number}|{count})"
OF_DAY = "{on}{the}(?P<k>{part}|{night})|(?P<half>{half_day})"


def on_24(hour: int | None, part: str) -> int | None:
    """The hour of 0-23 for an hour of the 12-hour clock in a part of the day ("am", "pm", "morning", ...)."""
    if hour is None or not 0 <= hour <= 23:
        return None
    if hour > 12 or not part:
        return hour
    if part in ("pm", "afternoon", "evening"):
        return hour % 12 + 12
    if part == "night" and hour >= 8 and hour < 12:
        return hour + 12
    return hour % 12


def _hour(text: str) -> int | None:
    """The hour of "11:20", "11.20", "11"; `None` where it is no time."""
    hour, _, minute = text.replace(".", ":").partition(":")
    return int(hour) if int(hour) <= 23 and int(minute or 0) <= 59 else None


@HOURS(f"{HOUR} (?P<k>{{half_day}})", f"{HOUR} {{oclock}}? {{on}}{{the}} (?P<k>{{part}}|{{night}}|{{hours}})")
def twelve_hours(m: Match) -> Clock | None:
    """4 a.m., 9pm, 11 in the morning, two o'clock in the afternoon."""
    hour, part = _hour(m.value("h")), m.word("k")
    if hour is None or not part or (m.value("h").isdigit() and not 1 <= hour <= 12):
        return None
    named = part.value or "night"
    return Clock(on_24(hour, named), None if part.sense == "half_day" else named)


@HOURS(
    "{half} (?P<h>{count}|{ordinal}) {oclock}? (?:" + OF_DAY + "|(?P<k2>{part}|{night}|{unit}))?",
    "(?P<n>{count}|{number}) {minutes}? (?P<by>{bound}|{past}|{to}) (?P<h>{count}) {oclock}? (?:" + OF_DAY + ")?",
)
def spoken(m: Match) -> Clock | None:
    """Half past one in the afternoon, five to one, four minutes past two, пів на шосту ранку."""
    hour, by, before, after = m.number("h"), m.word("by"), m.before, m.after
    if hour is None or not 1 <= hour <= 12:
        return None
    if by:
        if by.language != "en" or by.value not in ("past", "", "after") or not before:
            return None
        near = before.sense == "near" and (not after or after.sense != "not_date")  # not "about ten to twelve people"
        if not near and before.value not in ("at", "by"):
            return None
    dial = (hour - 1) % 12 if (by or m.words[m.found.start()]).value in ("", "to") else hour
    half, part = m.word("half"), m.word("k") or m.word("k2")
    if half:
        return Clock(on_24(dial, half.value))
    if not part:
        return Clock(None, dial=dial)
    named = "afternoon" if part.sense == "unit" else part.value or "night"
    return Clock(on_24(dial, named), named)


@HOURS("(?P<h>{clock}|{point}|{number}|{count}|{ordinal}) (?P<u>{unit})? (?P<k>{part}|{night}|{unit})")
def eastern(m: Match) -> Clock | None:
    """О четвертій годині ранку, в 4 утра, в два часа ночи, о 3 годині дня."""
    hour, unit, part, before = _hour(m.value("h")), m.word("u"), m.word("k"), m.before
    if hour is None or not part or part.language == "en" or (unit and unit.value != "hour"):
        return None
    if m.value("h").isdigit() and not 1 <= hour <= 12:
        return None
    if not unit and (not before or before.sense not in ("on", "near", "bound") or part.sense == "unit"):
        return None  # "першої ночі", "два дня"
    if part.sense == "unit" and part.value != "day":
        return None
    named = "afternoon" if part.sense == "unit" else part.value or "night"
    return Clock(on_24(hour, named), named)


@HOURS("(?P<h>{clock})")
def digits(m: Match) -> Clock | None:
    """11:20."""
    hour = _hour(m.value("h"))
    return None if hour is None else Clock(hour)


@HOURS("(?P<h>{point})(?!{measure})")
def pointed(m: Match) -> Clock | None:
    """At 11.20, о 16.30."""
    hour, before = _hour(m.value("h")), m.before
    led = before is not None and (before.sense == "near" or before.value == "at")
    return Clock(hour) if hour is not None and led else None


@HOURS("(?P<h>{count}|{number}) {oclock}", "(?P<h>{ordinal}|{number}|{count}) (?P<u>{unit})")
def whole(m: Match) -> Clock | None:
    """Two o'clock (of the morning or the afternoon: unknown), о 14 годині, близько другої години."""
    hour, unit, word, before = m.number("h"), m.word("u"), m.word("h"), m.before
    if hour is None or not word or not 0 <= hour <= 23:
        return None
    if unit:
        led = before is not None and before.language != "en" and (before.sense == "near" or before.value == "at")
        if unit.value != "hour" or unit.language == "en" or not led:
            return None
        if before and before.sense == "near" and word.sense != "ordinal":  # "близько двох годин" is how long
            return None
    return Clock(hour if hour > 12 else None, dial=hour)


@HOURS("(?P<h>{ordinal})")
def bare(m: Match) -> Clock | None:
    """О 11-й, близько 17-ї."""
    hour, word, before = m.number("h"), m.word("h"), m.before
    led = before is not None and (before.sense == "near" or before.value == "at")
    if hour is None or not word or word.language != "hour" or not led or hour > 23:
        return None
    return Clock(hour if hour > 12 else None, dial=hour)


@HOURS("{the}? (?P<p>{noon})")
def noon(m: Match) -> Clock | None:
    """Noon, midnight, опівночі."""
    return Clock(int(m.value("p")))


@HOURS("(?P<p>{at_part})")
def at_part(m: Match) -> Part:
    """At dawn, вранці, утром."""
    return Part(m.value("p"), sure=True, night="at" if m.value("p") == "night" else "")


@HOURS("(?P<p>{overnight})")
def overnight(m: Match) -> Part:
    """Overnight, during the night, вночі, ночью."""
    return Part("night", sure=True, night="to")


@HOURS("(?P<a>{night_attack}|{night}) \\??\\?? {attack}")
def night_attack(m: Match) -> Part | None:
    """A night raid, нічний ракетний удар, ночная атака."""
    word = m.word("a")
    return Part("night", sure=True, night="to") if word and (word.sense != "night" or word.language == "en") else None


@HOURS("(?P<on>{on})? (?P<the>{the})? (?P<p>{part}|{hours}|{night})")
def part(m: Match) -> Part | None:
    """In the morning; without "in the", only beside a day ("Friday morning")."""
    word, on = m.word("p"), m.word("on")
    if not word:
        return None
    sure = m.word("the") is not None and on is not None and on.value == "in" and word.language == "en"
    night = word.sense == "night"
    return Part(word.value or "night", sure and not night, "to" if night else "")


@HOURS("(?P<e>{edge})")
def edge(m: Match) -> Part:
    """Early, late: only beside a day."""
    return Part(m.value("e"), sure=False)
