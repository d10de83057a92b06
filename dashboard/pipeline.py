"""build(): the stages in order, reading only what changed; adding and removing a report."""

import hashlib
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from filelock import FileLock, Timeout

from dashboard import answers
from dashboard.answers import Answer
from dashboard.errors import HomeBusy, ReadOnly, ReportError, StrikemapError
from dashboard.extract import extract
from dashboard.geocode import Gazetteer
from dashboard.geocode.asking import lookups
from dashboard.geocode.asking.answered import stored_rows
from dashboard.geocode.sources.reviewed import Row
from dashboard.geocode.sources.reviewed_write import save
from dashboard.merge import merge
from dashboard.records import Extraction, Report, Skipped
from dashboard.reports import Draft, read_folder, remove, same_text, write
from dashboard.settings import PACKAGE, SHIPPED, Settings
from dashboard.store.write import write_store
from dashboard.swapping import swapped_in

READERS = ("terms.py", "extract/**/*", "geocode/**/*")  # what an answer hangs on
CODE = frozenset({".py", ".csv"})
WORTH_PROCESSES = 200  # starting processes costs more than reading fewer reports than this
BATCH = 50  # reports per task: fewer and the sending costs as much as the reading
LONGEST_WAIT_S = 120

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build read, made and left out. `extracted` counts the reports that were new or changed."""

    version: str
    reports: int
    extracted: int
    accounts: int
    strikes: int
    mentions: int
    without_strike: tuple[str, ...]
    unplaced: int
    skipped: tuple[Skipped, ...]


def build(settings: Settings, executor: Executor | None = None, progress: Progress | None = None) -> BuildResult:
    """Makes the store of a home folder from its reports and places; unchanged reports are not read again.

    Runs on any `concurrent.futures` executor; by default in this process, or on all processors for many reports.
    `progress` is told how many of how many reports are read. Raises HomeBusy, GazetteerError, VocabularyError.
    """
    with _alone(settings):
        return _build(settings, executor, progress)


def add_report(settings: Settings, draft: Draft) -> tuple[str, BuildResult]:
    """Writes a report file, builds, and returns the report's id.

    Raises ReportError for a draft without a text, and for one whose text a report has already; ReadOnly if public.
    """
    _refuse_if_public(settings)
    with _alone(settings):
        reports, _ = read_folder([settings.reports])
        if twin := same_text(draft.body, reports):
            raise ReportError(f"this text is already there as the report {twin}")
        path = write(settings.reports, draft)
        return path.stem, _build(settings)


def remove_report(settings: Settings, report_id: str) -> BuildResult:
    """Removes a report file and builds. Raises ReportError where there is no such report; ReadOnly if public."""
    _refuse_if_public(settings)
    with _alone(settings):
        remove(settings.reports, report_id)
        return _build(settings)


def save_place(
    settings: Settings, row: Row, replacing: Row | None = None, progress: Progress | None = None
) -> BuildResult:
    """Saves a reviewed row of the home's gazetteer, builds, and so moves the strikes: see `reviewed_write.save`.

    Raises GazetteerChanged and GazetteerError as that does, ReadOnly if public. HomeBusy comes after the row is safe.
    """
    _refuse_if_public(settings)
    save(own_gazetteer(settings), row, replacing=replacing)
    return build(settings, progress=progress)


def gazetteer(settings: Settings) -> Gazetteer:
    """The places of a home folder, loaded once per process and again when the reviewed file or the answers change."""
    added = settings.added_files
    files = (settings.gazetteer, settings.lookups, *added)
    changed = tuple((file, file.stat().st_mtime_ns) for file in files if file.is_file())
    return _gazetteer(settings.gazetteer, settings.lookups, added, settings.cache, changed)


def read_report(settings: Settings, report: Report) -> Extraction:
    """What a report says; nothing is kept. Raises ReportError where the program itself fails on the text."""
    places = gazetteer(settings)
    try:
        return extract(report, places)
    except (StrikemapError, OSError):  # a word list or a file is at fault, and not this text
        raise
    except Exception as error:  # one text that the program fails on must not keep the others off the map
        reason = f"the program failed on it ({type(error).__name__}: {error}); please report this text"
        raise ReportError(reason, name=report.report_id) from error


def prepare(settings: Settings) -> None:
    """Gives a home folder that has no reports yet the shipped reports, places and measurements."""
    if settings.reports.exists():
        return
    shipped = SHIPPED / "data" / "reports"
    if shipped.is_dir():
        shutil.copytree(shipped, settings.reports)
    settings.reports.mkdir(parents=True, exist_ok=True)
    if (measured := SHIPPED / "data" / "measured.json").is_file() and not settings.measured.exists():
        shutil.copyfile(measured, settings.measured)
    own_gazetteer(settings)


def own_gazetteer(settings: Settings) -> Path:
    """The home's own gazetteer file, in which rows may be changed: a copy of the shipped one where it has none yet."""
    own = settings.own_gazetteer
    if not own.exists():
        own.parent.mkdir(parents=True, exist_ok=True)
        with swapped_in(own) as beside:
            shutil.copyfile(settings.gazetteer, beside)
    return own


def _build(settings: Settings, executor: Executor | None = None, progress: Progress | None = None) -> BuildResult:
    prepare(settings)
    reports, skipped = read_folder([settings.reports])
    versions = (reader_version(), gazetteer(settings).version)
    keys = {report.report_id: answers.key_of(report, versions) for report in reports}
    kept_in = answers.path_of(settings.cache, settings.home)
    known = answers.load(kept_in, keys.values())
    new = [report for report in reports if keys[report.report_id] not in known]
    fresh = {keys[report_id]: answer for report_id, answer in _read_all(settings, new, executor, progress)}
    answers.keep(kept_in, fresh, in_use=keys.values())

    answered = known | fresh
    told = {report_id: answered[key] for report_id, key in keys.items()}
    skipped += [Skipped(name, None, answer.failure) for name, answer in told.items() if answer.failure]
    read = [report for report in reports if not told[report.report_id].failure]
    found = [told[report.report_id].found for report in read]
    accounts = [account for each in found for account in each.accounts]
    names = [name for each in found for name in each.names]
    places = {account_id: place for each in found for account_id, place in each.places.items()}
    strikes = merge(accounts, {report.report_id: report.published for report in read})
    version = write_store(
        settings.store,
        reports=read,
        strikes=strikes,
        places=places,
        spellings=gazetteer(settings).spellings,
        names=names,
        skipped=skipped,
    )
    return BuildResult(
        version=version,
        reports=len(read),
        extracted=len(new),
        accounts=len(accounts),
        strikes=len(strikes),
        mentions=sum(name.mention for name in names),
        without_strike=tuple(report.report_id for report in read if not told[report.report_id].found.accounts),
        unplaced=sum(strike.chosen["latitude"].value is None for strike in strikes),
        skipped=tuple(skipped),
    )


def _read_all(
    settings: Settings, reports: Sequence[Report], executor: Executor | None, progress: Progress | None
) -> Iterator[tuple[str, Answer]]:
    many = len(reports) >= WORTH_PROCESSES
    size = BATCH if many else 1
    batches = [reports[start : start + size] for start in range(0, len(reports), size)]
    done = 0
    for answered in _run(partial(_read_batch, settings), batches, executor, many=many):
        yield from answered
        done += len(answered)
        if progress:
            progress(done, len(reports))


def _run(
    read: Callable[[Sequence[Report]], list[tuple[str, Answer]]],
    batches: Iterable[Sequence[Report]],
    executor: Executor | None,
    *,
    many: bool,
) -> Iterator[list[tuple[str, Answer]]]:
    if executor:
        yield from executor.map(read, batches)
    elif many and (os.cpu_count() or 1) > 1:
        # "spawn" is the one way to start a process that is safe beside the page's threads.
        with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as processes:
            yield from processes.map(read, batches)
    else:
        yield from map(read, batches)


def _read_batch(settings: Settings, reports: Sequence[Report]) -> list[tuple[str, Answer]]:
    return [(report.report_id, _read(settings, report)) for report in reports]


def _read(settings: Settings, report: Report) -> Answer:
    try:
        return Answer(read_report(settings, report))
    except ReportError as error:
        return Answer(failure=error.reason)


@cache
def reader_version() -> str:
    """The hash of the rules and words that read reports: with other ones every report is read again."""
    digest = hashlib.sha256()
    for file in sorted(file for part in READERS for file in PACKAGE.glob(part) if file.suffix in CODE):
        digest.update(f"{file.relative_to(PACKAGE)}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


@lru_cache(maxsize=2)
def _gazetteer(
    reviewed: Path, answered: Path, added: tuple[Path, ...], cache: Path, _changed: tuple[tuple[Path, int], ...]
) -> Gazetteer:
    places = Gazetteer.load(reviewed, cache, added)
    places.add_answers(stored_rows(lookups.load(answered), places))
    return places


def _refuse_if_public(settings: Settings) -> None:
    if settings.public:
        raise ReadOnly("this strikemap is public: it can be read and not changed; start it without --public")


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Holds the home folder's lock, so that two builds, or a build and a page that adds a report, take turns."""
    settings.data.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(settings.store.with_name(f"{settings.store.name}.lock"), timeout=LONGEST_WAIT_S):
            yield
    except Timeout as error:
        raise HomeBusy(f"another strikemap is still building in {settings.home}; wait for it to end") from error
