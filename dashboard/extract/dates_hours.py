"""The rules for words that name a clock time or a part of the day."""

from dashboard.extract.dates_grammar import Clock, Match, Part, Rules

HOURS = Rules()
HOUR = "(?P<h>{number}|{count})"
PART_OF_DAY = "{on}{the}(?P<k>{part}|{night})|(?P<a>{half_day})"
EASTERN = "(?P<h>{number}|{count}|{ordinal}|{clock}|{point})"


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


@HOURS("(?P<h>{clock}|{point}|{number}|{count}) (?P<k>{half_day})")
@HOURS("(?P<h>{clock}|{point}|{number}|{count}) {oclock}? {on}{the} (?P<k>{part}|{night}|{hours})")
def twelve_hours(m: Match) -> Clock | None:
    """4 a.m., 9pm, 11 in the morning, two o'clock in the afternoon."""
    hour = _hour(m.value("h"))
    part = m.words[m.found.start("k")]
    if hour is None or (part.sense == "half_day" and not 1 <= hour <= 12 and ":" not in m.value("h")):
        return None
    named = part.value or "night"
    if part.sense != "half_day" and m.value("h").isdigit() and hour > 12:
        return None
    return Clock(on_24(hour, named), None if part.sense == "half_day" else named)


@HOURS(
    "(?P<n>{count}|{number}) {minutes}? (?P<d>{bound}|{past}|{to}) (?P<h>{count}) {oclock}? (?:" + PART_OF_DAY + ")?"
)
@HOURS("{half} (?P<h>{count}|{ordinal}) {oclock}? (?:" + PART_OF_DAY + "|(?P<g>{part}|{night}|{unit}))?")
def spoken(m: Match) -> Clock | None:
    """Half past one in the afternoon, five to one, four minutes past two, пів на шосту ранку."""
    hour = m.number("h")
    if hour is None or not 1 <= hour <= 12:
        return None
    groups = m.found.re.groupindex
    if "d" in groups:
        joint = m.words[m.found.start("d")]
        near = m.before is not None and m.before.sense in ("on", "near", "bound") and m.before.value in ("on", "", "by")
        if joint.sense == "bound" or joint.language != "en" or joint.value == "last" or not near:
            return None
        back = joint.sense == "to"
    else:
        back = m.words[m.found.start()].value == "to"
    part = m.value("k") or m.value("a") or (m.value("g") if "g" in groups else "")
    if m.word("k") is not None and not part:
        part = "night"
    if not part and "g" in groups and m.word("g") is not None:
        part = "night"
    part = {"day": "afternoon"}.get(part, part)
    on = on_24(hour, part) if part else None
    return Clock((on - 1) % 24 if on is not None and back else on, part if part not in ("am", "pm", "") else None)


@HOURS(f"{EASTERN} (?P<u>{{unit}})? (?P<k>{{part}}|{{night}}|{{unit}})")
def eastern(m: Match) -> Clock | None:
    """О четвертій годині ранку, в 4 утра, в два часа ночи, о 3 годині дня."""
    hour, unit, part = _hour(m.value("h")), m.value("u"), m.words[m.found.start("k")]
    if (
        part.language == "en"
        or unit not in ("", "hour")
        or hour is None
        or (part.sense == "unit" and part.value != "day")
    ):
        return None
    if part.sense == "unit" and not unit and ":" not in m.value("h"):
        return None
    named = {"unit": "afternoon", "night": "night"}.get(part.sense, part.value)
    if hour > 12 and m.value("h").isdigit():
        return None
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
    led = before is not None and (before.sense == "near" or (before.sense == "on" and before.value == "on"))
    return Clock(hour) if hour is not None and led else None


@HOURS("(?P<h>{count}|{number}) {oclock}")
@HOURS("(?P<h>{ordinal}|{number}|{count}) (?P<u>{unit})")
def whole(m: Match) -> Clock | None:
    """Two o'clock (of the morning or the afternoon: unknown), о 14 годині, близько другої години."""
    hour = m.number("h")
    if hour is None or not 0 <= hour <= 23:
        return None
    if "u" in m.found.re.groupindex:
        before, unit = m.before, m.words[m.found.start("u")]
        led = before is not None and before.sense in ("on", "near") and before.language != "en"
        if unit.value != "hour" or unit.language == "en" or not led:
            return None
        if m.words[m.found.start("h")].sense != "ordinal" and before is not None and before.value == "in":
            return None
    return Clock(hour if hour > 12 else None)


@HOURS("{the}? (?P<p>{noon})")
def noon(m: Match) -> Clock | None:
    """Noon, midnight, опівночі."""
    return Clock(int(m.value("p")))


@HOURS("(?P<p>{at_part})")
def at_part(m: Match) -> Part:
    """At dawn, вранці, утром."""
    return Part(m.value("p"), sure=True, night="to" if m.value("p") == "night" else "")


@HOURS("(?P<p>{overnight})")
def overnight(m: Match) -> Part:
    """Overnight, during the night, вночі, ночью."""
    return Part("night", sure=True, night="to")


@HOURS("(?P<a>{night_attack}) \\??\\?? {attack}")
@HOURS("(?P<a>{night}) \\??\\?? {attack}")
def night_attack(m: Match) -> Part | None:
    """A night raid, нічний ракетний удар, ночная атака."""
    word = m.words[m.found.start("a")]
    return Part("night", sure=True, night="to") if word.sense == "night_attack" or word.language == "en" else None


@HOURS("(?P<on>{on})? (?P<the>{the})? (?P<p>{part}|{hours}|{night})")
def part(m: Match) -> Part | None:
    """In the morning; without "in the", only beside a day ("Friday morning")."""
    word, on = m.words[m.found.start("p")], m.word("on")
    sure = on is not None and word.language == "en" and m.word("the") is not None and on.value == "in"
    return Part(word.value or "night", sure and word.sense != "night", "to" if word.sense == "night" else "")


@HOURS("(?P<e>{edge})")
def edge(m: Match) -> Part:
    """Early, late: only beside a day."""
    return Part(m.value("e"), sure=False)
