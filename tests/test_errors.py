"""Every error keeps its message, and can be caught as ours."""

import pickle

import pytest

from dashboard import errors
from dashboard.errors import ReportError, StrikemapError

OURS = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, StrikemapError)]


@pytest.mark.parametrize("error", OURS)
def test_an_error_keeps_its_message_also_between_processes(error: type[StrikemapError]) -> None:
    raised = error("do this")
    assert str(raised) == "do this"
    assert str(pickle.loads(pickle.dumps(raised))) == "do this"


@pytest.mark.parametrize("error", OURS)
def test_an_error_says_what_to_do_and_stands_in_the_tree(error: type[StrikemapError]) -> None:
    assert error.__doc__
    assert error.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [("a.txt", 3, "a.txt, line 3: empty"), ("a.txt", None, "a.txt: empty"), (None, None, "empty")],
)
def test_a_report_error_names_file_and_line(name: str | None, line: int | None, message: str) -> None:
    error = ReportError("empty", name=name, line=line)
    assert (str(error), error.reason, error.line) == (message, "empty", line)
