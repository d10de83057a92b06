"""Every error the project raises on purpose; each message says what to do.

StrikemapError          anything of ours: the command line prints it as one line and exits with status 1
  ReportError           a report file cannot be read: says file and line. A build skips it and counts it
  VocabularyError       a vocabulary row is wrong: says file and line. Stop, a person must fix it
  GazetteerError        a gazetteer row is wrong: says file and line. Stop, a person must fix it
    GazetteerChanged    another person changed the row that was to be saved: look at it and decide again
  LookupsBroken         the stored answers of a service cannot be read: move the file away
  CouldNotAsk           a service gave no answer to one question: nothing is kept, go on with the next
  ServiceStopped        a service refuses, or is none: stop asking, and say why
  StoreMissing          there is no store yet, or it is of another version: says which command makes it
  HomeBusy              another process has been building for too long: says what to do
  ReadOnly              a public strikemap can be read and not changed
  PortTaken             the port to serve on is taken: name another
  GoldMissing           a folder holds no annotated reports to measure against
  MeasuredBroken        the file of earlier measurements cannot be read: delete it
"""


class StrikemapError(Exception):
    """Anything of ours. `str(error)` is one line that says what happened and what to do."""


class ReportError(StrikemapError):
    """A report cannot be read. Skip it, count it, and show its `name`, `line` (where known) and `reason`."""

    def __init__(self, reason: str, *, name: str | None = None, line: int | None = None) -> None:
        where = ", ".join(part for part in (name, f"line {line}" if line else None) if part)
        super().__init__(f"{where}: {reason}" if where else reason)
        self.reason = reason
        self.name = name
        self.line = line


class VocabularyError(StrikemapError):
    """A vocabulary row is wrong. Mend the file and line that the message names."""


class GazetteerError(StrikemapError):
    """A gazetteer row is wrong. Mend the file and line that the message names."""


class GazetteerChanged(GazetteerError):
    """The row that was to be saved is not, or no longer, what was looked at. Read it again and decide again."""


class LookupsBroken(StrikemapError):
    """The stored answers cannot be read. Move the file away; the names are asked again."""


class CouldNotAsk(StrikemapError):
    """A service gave no answer, or none that makes sense, to one question. Keep nothing, go on with the next one."""


class ServiceStopped(StrikemapError):
    """A service refuses, or is not what it should be. Stop asking at once; what was answered is kept."""


class StoreMissing(StrikemapError):
    """There is no readable store. Run `strikemap build`."""


class HomeBusy(StrikemapError):
    """Another process is changing this home's reports or store. Wait for it to end, then try again."""


class ReadOnly(StrikemapError):
    """Something was to be changed in a public strikemap. Start it without --public."""


class PortTaken(StrikemapError):
    """Another program listens on the port. Name a free one."""


class GoldMissing(StrikemapError):
    """A folder to evaluate against holds no annotated report. Name a folder with *.gold.json files."""


class MeasuredBroken(StrikemapError):
    """The file of earlier measurements is not one that we wrote. Delete it and measure again."""
