"""Says whether a text is told backwards: the times that open the lines of a live blog go down."""

import re
from itertools import pairwise

STAMP = re.compile(r"^[^\w\n]{0,20}(\d{1,2})[:.](\d{2})\b", re.MULTILINE)
PLAIN_STAMP = re.compile(r"^[^\S\n]{0,20}\[?(\d{1,2})[:.](\d{2})\b", re.MULTILINE)  # not in bold
FEWEST_STAMPS = 3


def newest_first(text: str, stamp: re.Pattern[str] = STAMP) -> bool:
    """Whether a text is told backwards, as a live blog is: the times that open its lines go down."""
    stamps = [int(m[1]) * 60 + int(m[2]) for m in stamp.finditer(text)]
    downs = sum(later < earlier for earlier, later in pairwise(stamps))
    return len(stamps) >= FEWEST_STAMPS and 2 * downs > len(stamps)
