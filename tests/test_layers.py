"""Imports point one way; only the page knows Streamlit and the map, only settings.py the environment."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from dashboard.settings import CHECKOUT, PACKAGE

# What each module, or folder of modules, may import from the project beside itself.
RECORDS = {"errors", "records"}
ALLOWED: dict[str, set[str]] = {
    "__init__": set(),
    "errors": set(),
    "records": set(),
    "settings": set(),
    "kept": set(),
    "swapping": set(),
    "terms": {"errors"},
    "reports": RECORDS | {"swapping"},
    "geocode": RECORDS | {"kept", "terms", "swapping"},
    "extract": RECORDS | {"kept", "terms", "geocode"},
    "as_json": RECORDS,
    "marks": RECORDS,
    "choose": RECORDS | {"as_json"},
    "merge": RECORDS | {"choose"},
    "store": RECORDS | {"as_json", "choose", "geocode", "swapping"},
    "answers": RECORDS | {"as_json"},
    "pipeline": RECORDS | {"settings", "reports", "extract", "geocode", "merge", "store", "answers", "swapping"},
    "reading": RECORDS | {"settings", "reports", "geocode", "pipeline", "as_json"},
    "ask": RECORDS | {"__init__", "settings", "reports", "extract", "geocode", "pipeline"},
    "add_places": RECORDS | {"settings", "geocode"},
    "printing": RECORDS | {"marks"},
    "evaluate": RECORDS | {"as_json", "reports"},
    "measured": RECORDS | {"evaluate", "swapping"},
    "mercator": set(),
    "filters": RECORDS | {"mercator"},
    "export": RECORDS | {"choose"},
    "serve": {"errors", "settings", "views"},
    "views": RECORDS
    | {"settings", "marks", "measured", "mercator", "filters", "store"}
    | {"export", "pipeline"}
    | {"reports", "choose", "geocode", "extract"},
    "app": {"views"},
    "cli": RECORDS
    | {
        "__init__",
        "settings",
        "reports",
        "pipeline",
        "ask",
        "add_places",
        "reading",
        "printing",
        "evaluate",
        "measured",
    }
    | {"filters", "export", "store", "serve"},
    "__main__": {"cli"},
}
# The stages of a folder, modules or folders: each imports from those before it alone.
STAGES = {
    "geocode": ("spelling", "sources", "names", "choosing", "asking"),
    "extract": ("words", "dates", "casualties", "clauses", "strikes", "accounts"),
    "store": ("tables", "places", "frames", "search_words", "search_index", "read", "write"),
    "filters": ("area", "within", "columns", "sieve"),
}
ONLY_IN = {
    "streamlit": {"views", "app"},
    "streamlit_folium": {"views", "app"},
    "folium": {"views", "app"},
    "altair": {"views", "app"},
    "click": {"cli"},
    "yaml": {"reports"},
    "sqlite3": {"store", "answers", "geocode"},
    "geopy.geocoders": {"geocode"},
    "geopy.adapters": {"geocode"},
    "requests": set(),
    "urllib.request": set(),
    "httpx": set(),
}
FILES = sorted(PACKAGE.rglob("*.py"))


def part_of(file: Path) -> str:
    """The first name under dashboard/: the unit that the tables speak of."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def stage_of(file: Path) -> tuple[str, str]:
    """The folder under dashboard/ and the module or folder in it; the module itself twice where it is in none."""
    parts = [part.removesuffix(".py") for part in file.relative_to(PACKAGE).parts]
    return parts[0], parts[min(1, len(parts) - 1)]


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_parts(file: Path) -> set[str]:
    known = {part_of(path) for path in FILES}
    named = {name.split(".")[1] for name in imports(file) if name.startswith("dashboard.")}
    bare = {"__init__"} if "dashboard.__version__" in set(imports(file)) else set()
    return (named & known) | bare


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_one_way(file: Path) -> None:
    part = part_of(file)
    assert own_parts(file) - {part} <= ALLOWED[part]


@pytest.mark.parametrize("folder", STAGES)
def test_stages_import_those_before_them_alone(folder: str) -> None:
    stages = STAGES[folder]
    for number, stage in enumerate(stages):
        later = {f"dashboard.{folder}.{each}" for each in stages[number + 1 :]}
        for file in (one for one in FILES if stage_of(one) == (folder, stage)):
            assert not later & {".".join(name.split(".")[:3]) for name in imports(file)}, file


def test_the_table_has_no_circle() -> None:
    done: set[str] = set()
    while left := {part for part in ALLOWED if part not in done}:
        free = {part for part in left if ALLOWED[part] <= done}
        assert free, f"these import one another: {sorted(left)}"
        done |= free


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_libraries_stay_where_they_belong(file: Path) -> None:
    used = set(imports(file))
    for library, parts in ONLY_IN.items():
        if any(name == library or name.startswith(f"{library}.") for name in used):
            assert part_of(file) in parts, f"{library} belongs to {sorted(parts)}"


def test_every_library_that_is_imported_is_declared() -> None:
    declared = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=;[]", one)[0].strip().lower() for one in declared}
    known = packages_distributions()
    used = {name.split(".")[0] for file in FILES for name in imports(file)} - sys.stdlib_module_names - {"dashboard"}
    for library in used:
        assert names & {one.lower() for one in known[library]}, f"{library} is missing from pyproject.toml"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_only_settings_reads_the_environment(file: Path) -> None:
    if part_of(file) != "settings":
        text = file.read_text(encoding="utf-8")
        assert "os.environ" not in text
        assert "getenv" not in text


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_every_module_says_its_job_first_and_is_of_one_job_s_size(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) < 300
