"""The commands of strikemap: each reads its options, calls one function, prints."""

import errno
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dashboard import __version__, settings
from dashboard.errors import ServiceStopped, StrikemapError
from dashboard.records import PRECISIONS, STATUSES, STRIKE_TYPES

if TYPE_CHECKING:  # whatever takes time to import is imported where it is used, so that --help is quick
    from dashboard.filters.area import Area
    from dashboard.records import Skipped

Command = TypeVar("Command", bound=Callable[..., Any])


class Commands(click.Group):
    """Turns our errors, and files that cannot be read or written, into one line and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """What the command returns."""
        try:
            return super().invoke(ctx)
        except StrikemapError as error:
            raise click.ClickException(" ".join(str(error).split())) from error
        except OSError as error:
            if error.errno == errno.EPIPE or not error.filename:
                raise
            raise click.ClickException(f"{error.filename}: {error.strerror}") from error


def read_day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """The date of an option: of 2025-07-04, or of a time with its zone. Wrong usage where the text is none."""
    from dashboard.reports.published import parse_published

    try:
        return parse_published(value)[0] if value else None
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date; write it as 2025-07-04", ctx, param) from error


def read_area(ctx: click.Context, param: click.Parameter, value: str | None) -> "Area | None":
    """The area of an option. Wrong usage where the text is none."""
    from dashboard.filters.area import parse

    area = parse(value) if value else None
    if value and area is None:
        raise click.BadParameter(
            f"{value!r} is no area; write a box as south_west_north_east, 49_36_50.5_37", ctx, param
        )
    return area


def home_option(command: Command) -> Command:
    """Adds --home, which turns into `Settings`."""
    return click.option(
        "--home",
        "at",
        type=click.Path(path_type=Path, file_okay=False),
        callback=lambda ctx, param, value: settings.load(value),
        help="Folder to work in, with data/ and geocache/. Default: $STRIKEMAP_HOME, else the checkout.",
    )(command)


def day_option(*names: str, help_text: str) -> Callable[[Command], Command]:
    """An option that takes a date."""
    return click.option(*names, callback=read_day, metavar="DATE", help=help_text)


def reading_options(command: Command) -> Command:
    """Adds what `extract` and `places` share."""
    for add in (
        home_option,
        click.option(
            "--published", callback=read_day, metavar="DATE", help="Publication date of reports that state none."
        ),
        click.option("--json", "as_json", is_flag=True, help="One JSON object a line."),
        click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."),
    ):
        command = add(command)
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="strikemap")
def cli() -> None:
    """Published reports of strikes, read, placed and shown on a map that leads back to their words."""


@cli.command(epilog="Example: strikemap show --port 8600")
@click.option("--port", type=click.IntRange(1, 65535), help="Port on this machine. Default: the first free from 8501.")
@click.option("--public", is_flag=True, help="Read-only: nothing can be added, changed or removed on the page.")
@home_option
def show(port: int | None, public: bool, at: settings.Settings) -> None:
    """Open the map in the browser. The store is built first; Ctrl-C ends it."""
    from dataclasses import replace

    from dashboard.serve import free_port, serve

    chosen = free_port(port)
    _build(at)
    sys.exit(serve(replace(at, public=public or at.public), chosen))


@cli.command(epilog="Example: strikemap build --home ~/strikes")
@home_option
def build(at: settings.Settings) -> None:
    """Make the store from the reports. Only new and changed ones are read."""
    _build(at)


@cli.command(epilog="Example: strikemap extract article.txt --published 2025-07-04 --json")
@click.option("--explain", is_flag=True, help="The text with its words marked, and the rule of each value.")
@reading_options
def extract(paths: Sequence[Path], explain: bool, as_json: bool, published: date | None, at: settings.Settings) -> None:
    """Print the strikes that reports tell of. PATH is a report, or a folder of *.txt and *.md files."""
    from dashboard.printing import print_accounts, print_explained
    from dashboard.reading import accounts_of_files, explained_of_files

    if explain and as_json:
        raise click.UsageError("--explain is for people and --json for programs; choose one of them")
    if explain:
        _print(print_explained, explained_of_files(at, paths, published))
    else:
        _print(partial(print_accounts, as_json=as_json), accounts_of_files(at, paths, published))


@cli.command(epilog="Example: strikemap places article.txt --json")
@reading_options
def places(paths: Sequence[Path], as_json: bool, published: date | None, at: settings.Settings) -> None:
    """Print every place name in reports. Says where each is and whether a strike is reported there."""
    from dashboard.printing import print_places
    from dashboard.reading import places_of_files

    _print(partial(print_places, as_json=as_json), places_of_files(at, paths, published))


@cli.command(epilog="Example: strikemap geocode --contact desk@example.org")
@click.option("--url", metavar="U", help="A Nominatim of your own. Default: the public one of OpenStreetMap.")
@click.option("--contact", metavar="MAIL", help="By which the service can reach you. Default: $STRIKEMAP_CONTACT.")
@home_option
def geocode(url: str | None, contact: str | None, at: settings.Settings) -> None:
    """Ask a Nominatim where the names lie that no source has. The only command that uses the network."""
    from dashboard.ask import geocode as ask
    from dashboard.ask import service

    with service(at, url, contact) as asked, _progress("Asking about places") as tell:
        result = ask(at, asked, tell)
    click.echo(
        f"names {result.names}  proposed {result.proposed}  to decide {result.set_aside}  unknown {result.not_found}  "
        f"answered before {result.known}  not asked {result.left}",
        err=True,
    )
    if result.left:
        raise ServiceStopped(result.stopped or f"{result.failed} names could not be asked about: {result.last_reason}")


@cli.group()
def gazetteer() -> None:
    """The places that a home knows beside those of the program."""


@gazetteer.command(epilog="Example: strikemap gazetteer add UA.txt")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@click.option("--country", metavar="CODE", help="Of a CSV without a column for it: ISO 3166-1, as UA.")
@click.option("--source", metavar="TEXT", help="Of a CSV without a column for it: whose coordinates these are.")
@click.option("--licence", metavar="TEXT", help="Of a CSV without a column for it: under which they may be used.")
@home_option
def add(file: Path, at: settings.Settings, **defaults: str | None) -> None:
    """Take in every place of a GeoNames country dump, or of a CSV with name, latitude and longitude."""
    from dashboard.add_places import add_places, summary

    given = {column: value for column, value in defaults.items() if value}
    with _progress("Taking in places") as tell:
        taken = add_places(at, file, given, date.today(), tell)  # noqa: DTZ011
    for line in summary(taken):
        click.echo(line, err=True)


@cli.command(epilog="Example: strikemap export --format csv -o july.csv --from 2025-07-01 --to 2025-07-31 --type drone")
@click.option("--format", "kind", type=click.Choice(["csv", "geojson"]), required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), required=True)
@day_option("--from", "date_from", help_text="Strikes whose dates touch this day or a later one.")
@day_option("--to", "date_to", help_text="Strikes whose dates touch this day or an earlier one.")
@click.option("--type", "types", type=click.Choice(STRIKE_TYPES), multiple=True, help="May be given several times.")
@click.option("--attacker", "attackers", multiple=True, help="As the table names it; may be given several times.")
@click.option("--status", "statuses", type=click.Choice(STATUSES), multiple=True, help="May be given several times.")
@click.option("--precision", "precisions", type=click.Choice(PRECISIONS), multiple=True, help="Likewise.")
@click.option("--source", "sources", multiple=True, help="A source as a report names it; may be given several times.")
@click.option("--region", "regions", multiple=True, metavar="NAME", help='As "Kharkiv Oblast, UA"; likewise.')
@click.option("--area", callback=read_area, metavar="S_W_N_E", help="A box, or more corners, as the address has them.")
@click.option("--reaching", is_flag=True, help="With --area: also strikes whose disc or ring reaches into it.")
@click.option("--text", default="", help="Words in the place, the quote or the source.")
@home_option
def export(kind: str, output: Path, at: settings.Settings, **chosen: Any) -> None:
    """Write strikes to a file. `-o -` prints them; data/README.md is the codebook."""
    from dashboard.export import to_csv, to_geojson
    from dashboard.filters import Filters, select
    from dashboard.store import Store

    with Store.open(at.store) as store:
        filters = Filters(**chosen)
        frame = select(store.strikes_frame(), filters, store.found(filters.text))
    text = (to_csv if kind == "csv" else to_geojson)(frame)
    with click.open_file(str(output), "wb") as file:
        file.write(text.encode())
    click.echo(f"strikes {len(frame)}", err=True)


@cli.command(epilog="Example: strikemap evaluate tests/samples --errors")
@click.argument("gold_dir", type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="Also print every error, one a line.")
@click.option("--as", "name", help="What the Coverage page calls the set. Default: the folder's name.")
@home_option
def evaluate(gold_dir: Path, errors: bool, name: str | None, at: settings.Settings) -> None:
    """Measure reading by annotated reports: each a NNN.txt with a NNN.gold.json. The Coverage page shows the result."""
    from dashboard import measured
    from dashboard.evaluate import evaluate as measure
    from dashboard.evaluate import load_gold
    from dashboard.pipeline import read_report, reader_version

    gold = load_gold(gold_dir)
    with _progress("Reading reports") as tell:
        score = measure(gold, lambda report: read_report(at, report).accounts, tell)
    for line in (*(score.errors if errors else ()), *score.lines()):
        click.echo(line)
    result = measured.Measured.of(score, name or gold_dir.resolve().name, date.today(), reader_version())  # noqa: DTZ011
    try:
        measured.keep(at.measured, result)
    except (OSError, StrikemapError) as error:  # the figures are printed all the same
        click.echo(f"not kept for the Coverage page: {error}", err=True)


def main() -> None:
    """The command `strikemap`."""
    cli(prog_name="strikemap")


def _build(at: settings.Settings) -> None:
    from dashboard import pipeline

    with _progress("Reading reports") as tell:
        result = pipeline.build(at, progress=tell)
    for skipped in result.skipped:
        click.echo(_line(skipped), err=True)
    click.echo(
        f"strikes {result.strikes}  reports {result.reports}  read anew {result.extracted}  "
        f"without a strike {len(result.without_strike)}  strikes without a place {result.unplaced}  "
        f"files not read {len(result.skipped)}",
        err=True,
    )


def _print(printed: Callable[["Iterator[Any]"], None], found: "Iterator[Any]") -> None:
    """Prints what could be read, names on standard error what could not, and says so in the exit status."""
    from dashboard.records import Skipped

    failed = []

    def readable() -> Iterator[Any]:
        for one in found:
            if isinstance(one, Skipped):
                failed.append(one)
                click.echo(_line(one), err=True)
            else:
                yield one

    printed(readable())
    if failed:
        sys.exit(1)


def _line(skipped: "Skipped") -> str:
    where = f"{skipped.name}, line {skipped.line}" if skipped.line else skipped.name
    return f"{where}: {skipped.reason}"


@contextmanager
def _progress(title: str) -> "Iterator[Callable[..., None]]":
    """A progress bar on standard error where that is a terminal, nothing elsewhere; told done, total and a name."""
    if not sys.stderr.isatty():
        yield lambda done, total, name="": None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    named = TextColumn("{task.fields[name]}", markup=False)  # words of a report
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), named)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None, name="")
        yield lambda done, total, name="": bar.update(task, completed=done, total=total, name=name)
