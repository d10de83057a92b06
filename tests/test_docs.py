"""What the READMEs say is true: every command, option and column is there, and nothing else is promised."""

import re
import shlex

import click
import pytest

from dashboard.cli import cli
from dashboard.export import COLUMNS
from dashboard.settings import CHECKOUT
from tests.factories import leaves

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
CODEBOOK = (CHECKOUT / "data" / "README.md").read_text(encoding="utf-8")
OPTIONS = sorted(
    {
        option
        for command in leaves(cli).values()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
)
EXAMPLES = re.findall(r"^strikemap .*$", README, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(leaves(cli)))
def test_every_command_is_in_the_table_and_has_an_example(name: str) -> None:
    assert re.search(rf"^\| `{name}[ `]", README, re.MULTILINE)
    assert any(example.startswith(f"strikemap {name} ") for example in EXAMPLES)


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_in_the_readme(option: str) -> None:
    assert re.search(rf"`{option}[ `]", README)


def test_the_readme_names_no_option_or_command_that_is_not_there() -> None:
    promised = set(re.findall(r"`(--?[a-z][a-z-]*)", README))
    assert promised <= {*OPTIONS, "--help"}
    assert {example.split()[1] for example in EXAMPLES} == set(cli.commands)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_are_right_usage(example: str) -> None:
    name = max((name for name in leaves(cli) if example.startswith(f"strikemap {name} ")), key=len)
    arguments = shlex.split(example.removeprefix(f"strikemap {name} "))
    if name == "gazetteer add":  # which wants a file that is there
        arguments = [__file__, *arguments[1:]]
    with leaves(cli)[name].make_context(name, arguments) as context:
        assert context.params


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_in_the_codebook(column: str) -> None:
    assert re.search(rf"^\|[^|]*`{column}`[^|]*\|", CODEBOOK, re.MULTILINE)


def test_the_codebook_has_no_column_that_is_not_there() -> None:
    named = {column for row in re.findall(r"^\| (`[^|]*)\|", CODEBOOK, re.MULTILINE) for column in row.split("`")[1::2]}
    assert named == set(COLUMNS)


def test_the_readme_has_two_commands_of_one_line_to_start_and_to_test() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert [command.split()[-1] for command in commands] == ["show", ".venv/bin/pytest"]


@pytest.mark.parametrize("text", [README, CODEBOOK, (CHECKOUT / "geocache" / "README.md").read_text(encoding="utf-8")])
def test_the_paths_that_the_readmes_name_are_there(text: str) -> None:
    made_later = {"data/strikes.sqlite", "geocache/lookups.sqlite"}
    for path in set(re.findall(r"`((?:dashboard|data|geocache|tests|\.github|\.ci)/[\w./-]*)`", text)) - made_later:
        assert (CHECKOUT / path).exists(), path
    for path in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (CHECKOUT / path).exists(), path
