"""The vocabulary files kept by hand: sorted, noted, and of senses that the code asks for, and the other way round."""

import ast
import csv
import re
from collections.abc import Iterator
from itertools import groupby

import pytest

from dashboard.extract.words.terms import load_terms
from dashboard.settings import PACKAGE

FOLDER = PACKAGE / "extract"
CUES = ("strike_words", "claims", "actors")
FILES = (*CUES, "phrases", "role_words", "sides", "abbreviations", "common_words", "casualties_hints")
# Those of casualties/ and dates/ have vocabularies and tests of their own.
MODULES = sorted(file for file in FOLDER.rglob("*.py") if file.parent.name not in ("casualties", "dates"))


def code() -> Iterator[ast.AST]:
    for module in MODULES:
        yield from ast.walk(ast.parse(module.read_text(encoding="utf-8")))


def strings(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def named_in_forms() -> set[str]:
    """Senses as `<sense>` in a form."""
    found = [n.value for n in code() if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return {sense for text in found for sense in re.findall(r"(?<!\(\?P)<([a-z_]+)>", text)} - {"sense"}


def given_to(*functions: str) -> set[str]:
    """Strings that functions or methods of these names are called with."""
    calls = [n for n in code() if isinstance(n, ast.Call)]
    called = [n for n in calls if getattr(n.func, "attr", getattr(n.func, "id", None)) in functions]
    return {text for call in called for argument in call.args for text in strings(argument)}


def compared_with_senses() -> set[str]:
    """Strings that the sense of a cue is compared with."""
    compared = [n for n in code() if isinstance(n, ast.Compare) and getattr(n.left, "attr", None) == "sense"]
    return {text for comparison in compared for text in strings(comparison)}


def senses(*names: str) -> set[str]:
    return {term.sense for name in names for term in load_terms(name)}


@pytest.mark.parametrize("name", FILES)
def test_rows_are_sorted_and_each_sense_is_explained_once(name: str) -> None:
    with (FOLDER / "vocabulary" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    keys = [(sense, language, term) for term, language, sense, _, _ in rows]
    assert keys == sorted(keys)
    explained = [note.split(":")[0] for *_, note in rows if note]
    assert explained == [f"sense {sense}" for sense, _ in groupby(sense for sense, _, _ in keys)]


def test_every_sense_of_the_phrases_is_asked_for() -> None:
    assert senses("phrases", "role_words") == named_in_forms() | given_to("phrase", "says", "_stands_before")


def test_no_sense_stands_in_both_files_of_phrases() -> None:
    assert senses("phrases") & senses("role_words") == set()


def test_every_sense_of_a_cue_is_known_to_the_code() -> None:
    everything = {text for node in code() for text in strings(node)}
    assert senses(*CUES, "sides", "abbreviations") - everything == set()


def test_every_sense_that_the_code_asks_of_a_cue_has_rows() -> None:
    assert (given_to("has") | compared_with_senses()) - senses(*CUES) - {"before_digit", "never"} == set()
