"""Texts that want to make the reader fail: scraps of all scripts, control characters, mutilated reports."""

import random

from dashboard.reports import read_file
from dashboard.settings import CHECKOUT

REPORTS = [read_file(path) for path in sorted((CHECKOUT / "data" / "reports").glob("*.txt"))]
SENTENCE = "Russian drones hit a depot in Poltava overnight, killing two people and injuring 47. "
SCRAPS = (
    *("2", "47", "1,200", "31.02.2025", "99:99", "-1", "٣", "Ⅷ", "9" * 400, "twenty-", "dozens of", "між 3 і 5"),
    *("<img src=x onerror=alert(1)>", "${alert(1)}", "</script>", "[x](javascript:alert(1))", "=1+1", "`", "|", "\\"),
    *("\x00", "\x1b[2J", "\u200b", "\u202e", "\ufeff", "\u2028", "\r", "\t\n", "e\u0301", "💥", "🇺🇦", "---\n", "\n- "),
    *(
        "Kyiv",
        "Kyiv Kyiv",
        "Харкова",
        "القدس",
        "北京",
        "St.",
        "...",
        "«",
        "”",
        "((((",
        "]]]]",
        "**",
        "__",
        "•",
        "|---|",
    ),
    *("killed", "загинули", "ранены", "drone", "ракетою", "said", "in", "on Friday", "в ніч на", "the night of"),
)
LOWEST, HIGHEST = (0, 0x10FFFF)


def mutated(chance: random.Random) -> str:
    """A shipped report with words dropped, doubled, swapped, cut or replaced by scraps, and lines joined or broken."""
    words = chance.choice(REPORTS).body.split(" ")
    for _ in range(chance.randint(1, 1 + len(words) // 4)):
        place, other = chance.randrange(len(words)), chance.randrange(len(words))
        change = chance.randrange(5)
        if change == 0:
            words[place] = chance.choice(SCRAPS)
        elif change == 1:
            words[place], words[other] = words[other], words[place]
        elif change == 2:
            words[place] *= chance.randint(0, 3)
        elif change == 3:
            words[place] = words[place].upper() + chance.choice("\n,.:;!?\"'’)")
        else:
            words[place] = words[place][: chance.randrange(1 + len(words[place]))]
    return chance.choice((" ", " ", "\n", "")).join(words)


def scraps(chance: random.Random) -> str:
    """Up to sixty scraps in any order."""
    return " ".join(chance.choices(SCRAPS, k=chance.randint(0, 60)))


def noise(chance: random.Random) -> str:
    """Up to 400 characters of all of Unicode."""
    return "".join(chr(chance.randint(LOWEST, HIGHEST)) for _ in range(chance.randint(0, 400)))
