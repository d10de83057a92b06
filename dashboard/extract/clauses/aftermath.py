"""Tells where an attack on another place was only noticed: "cutting power to X", "leaving X without water"."""

from dashboard.extract.words.stretch import stretch

LEFT_REACH, RIGHT_REACH = 80, 60  # characters that are looked at before a name, and behind it

# "halting trains in X", "knocked out power to parts of X", "the lights went out in X", "знеструмлено X"
STOPPED_IN = r"<stops>\s+(?:[\w'’-]+\s+){0,3}?<supply>\s+(?:[\w'’-]+\s+){0,2}?<reaches>\s+(?:<filler>\s+)*$"
FAILED_IN = r"<fails>\s+(?:[\w'’-]+\s+){0,2}?<reaches>\s+(?:<filler>\s+)*$"
WITHOUT = r"<lacks>\s+(?:<filler>\s+)*$"  # "без світла лишилися X і Y"
LEFT = r"<leaves>\s+(?:<filler>\s+)*$"
NAMES = r"(?:,?(?:\s+<list_link>)?\s+[A-ZА-ЯІЇЄҐ][\w'’-]+){0,6}"
LACKING = NAMES + r"\s+<lacking>"  # "leaving X and Y without power"
# "X was left without light", "X lost power"
LOST = NAMES + r"\s+(?:(?:[a-zа-яіїєґ'’]+\s+){0,2}<leaves>\s+<lacking>|<loses>)"


def is_aftermath(text: str, start: int, end: int, since: int) -> bool:
    """Whether a name that stands between two offsets is told of for what failed there, in words from `since` on."""
    left = stretch(text, max(since, start - LEFT_REACH), start)
    if left.find(STOPPED_IN) or left.find(FAILED_IN) or left.find(WITHOUT):
        return True
    right = stretch(text, end, min(end + RIGHT_REACH, len(text)))
    return bool(right.opens(LOST) or (left.find(LEFT) and right.opens(LACKING)))
