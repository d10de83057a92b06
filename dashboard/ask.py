"""strikemap geocode: asks a service about the names of a home's reports that no source has, and proposes the answers.

Only this reaches out to the network; `build` and the page read what it left.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from dashboard import __version__
from dashboard.errors import CouldNotAsk, GazetteerChanged, ServiceStopped
from dashboard.extract.clauses.homes import homes
from dashboard.geocode import Gazetteer, country_place, find_places
from dashboard.geocode.asking import lookups
from dashboard.geocode.asking.answered import read_answer
from dashboard.geocode.asking.lookups import Answer
from dashboard.geocode.asking.nominatim import PUBLIC, Service
from dashboard.geocode.asking.question import Question
from dashboard.geocode.asking.unplaced import unplaced_names
from dashboard.geocode.sources.reviewed_write import save
from dashboard.pipeline import own_gazetteer, prepare
from dashboard.reports import read_folder
from dashboard.settings import Settings

IN_A_ROW = 3  # names that could not be asked about, one after the other: then the service is down

# Told how many of how many names are done, and which one is next.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to place: what to ask about it, best first, and the regions of which one must hold the answer."""

    questions: tuple[Question, ...]
    regions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run did: names by how they fared, and why it stopped before the end, if it did.

    `proposed`: have a row now. `set_aside`: found, but not surely the place meant. `not_found`: the service knows none.
    `known`: answered by an earlier run. `failed`: could not be asked about, to be asked again by the next run.
    """

    names: int
    proposed: int = 0
    set_aside: int = 0
    not_found: int = 0
    known: int = 0
    failed: int = 0
    last_reason: str | None = None
    stopped: str | None = None

    @property
    def left(self) -> int:
        """Names that the next run has to ask about."""
        return self.names - self.proposed - self.set_aside - self.not_found - self.known


def service(settings: Settings, url: str | None = None, contact: str | None = None) -> Service:
    """The service to ask, by default the public Nominatim. Raises ServiceStopped without a contact."""
    contact = contact or settings.contact
    if not contact:
        raise ServiceStopped(
            "the service wants to know who asks: give a mail address with --contact, or set STRIKEMAP_CONTACT"
        )
    return Service(url or PUBLIC, contact, settings.turns, __version__)


def geocode(settings: Settings, service: Service, progress: Progress | None = None) -> Asked:
    """Asks about every unplaced name of a home's reports that has no answer yet, and writes proposed rows.

    Each answer is on the disk before the next name is asked about, so that a run may be stopped at any time and goes
    on where it stopped. Raises GazetteerError, LookupsBroken.
    """
    prepare(settings)
    # Without the stored answers: one that has no row yet is to get it.
    places = Gazetteer.load(settings.gazetteer, settings.cache, settings.added_files)
    wanted = names_to_ask(settings, places)
    stored = {answer.question: answer for answer in lookups.load(settings.lookups, service.name)}
    counted: Counter[str] = Counter()
    in_a_row, reason, stopped = 0, None, None
    for done, name in enumerate(wanted):
        if progress:
            progress(done, len(wanted), name.questions[0].name)
        try:
            counted[_place(settings, service, places, name, stored)] += 1
            in_a_row = 0
        except CouldNotAsk as error:
            counted["failed"] += 1
            in_a_row, reason = in_a_row + 1, str(error)
        except ServiceStopped as error:
            stopped = str(error)
            break
        if in_a_row == IN_A_ROW:
            stopped = f"{IN_A_ROW} names in a row could not be asked about ({reason}); run this again later"
            break
    if progress and not stopped:
        progress(len(wanted), len(wanted), "")
    return Asked(len(wanted), last_reason=reason, stopped=stopped, **counted)


def names_to_ask(settings: Settings, places: Gazetteer) -> tuple[Wanted, ...]:
    """The unplaced names of a home's reports whose country is known, each once, the most frequent first."""
    regions: dict[tuple[Question, ...], frozenset[str]] = {}
    often: Counter[tuple[Question, ...]] = Counter()
    reports, _ = read_folder([settings.reports])
    for report in reports:
        for each in unplaced_names(report, places, find_places(report, places, homes(report))):
            if each.questions:
                often[each.questions] += 1
                regions[each.questions] = regions.get(each.questions, frozenset()) | each.regions
    ordered = sorted(often, key=lambda questions: (-often[questions], questions))
    return tuple(Wanted(questions, regions[questions]) for questions in ordered)


def _place(
    settings: Settings, service: Service, places: Gazetteer, name: Wanted, stored: Mapping[Question, Answer]
) -> str:
    """Asks about one name and writes its row. Returns how it fared, as a field of `Asked`."""
    fared, asked = "not_found", False
    for question in name.questions:
        now = datetime.now(UTC)
        answer = stored.get(question)
        if answer is None or not answer.is_fresh(now):
            asked = True
            country = country_place(question.country, places).name
            query = question.query(country)
            answer = Answer(service.name, question, datetime.now(UTC), service.ask(query, question.country))
            lookups.keep(settings.lookups, answer, query)
        reading = read_answer(answer, places, name.regions)
        if reading.proposal is not None:
            try:
                save(own_gazetteer(settings), reading.proposal)
            except GazetteerChanged:  # a person has a row of that key already, which outranks the service's
                return "known"
            return "proposed"
        if answer.results:
            fared = "set_aside"
    return fared if asked else "known"
