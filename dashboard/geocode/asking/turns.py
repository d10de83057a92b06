"""Takes turns with every other program of this user, so that a service gets its requests one by one, with pauses."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

LONGEST_WAIT_S = 300.0  # a service that asks for a longer wait is left alone; also the bound if the clock was changed


class Turns:
    """The turns at one service: `pause_s` seconds between the end of a request and the next one, of any program.

    `folder` must be the same for all programs. With a pause of 0 nobody waits for anybody: a service of one's own.
    """

    def __init__(self, folder: Path, service: str, pause_s: float) -> None:
        name = re.sub(r"[^A-Za-z0-9.-]", "_", service)
        self._next = folder / f"{name}.next"
        self._lock = FileLock(folder / f"{name}.lock")
        self._pause_s = pause_s
        if pause_s:
            folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Waits for its turn, holds it while the request is under way, and says when the next one may begin."""
        if not self._pause_s:
            yield
            return
        with self._lock:
            time.sleep(min(max(0.0, self._not_before() - time.time()), LONGEST_WAIT_S))
            self._note(self._pause_s)  # should this program be killed while it asks
            try:
                yield
            finally:
                self._note(self._pause_s)

    def hold_off(self, seconds: float) -> None:
        """Nobody's turn for so many seconds: the service asked for it."""
        if self._pause_s:
            with self._lock:
                self._note(seconds)

    def _note(self, seconds: float) -> None:
        self._next.write_text(f"{time.time() + seconds:.3f}\n", encoding="utf-8")

    def _not_before(self) -> float:
        try:
            return float(self._next.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):  # nobody has asked yet, or was killed while writing
            return time.time() + (self._pause_s if self._next.exists() else 0.0)
