"""Running the page: on this machine only, stopped quietly, with one line about a port that is taken."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.settings import CHECKOUT, Settings

ANOTHER_ADDRESS = "127.0.0.2"  # of this machine: on Linux the whole of 127/8 is
QUIET = "Ministers met in Denmark.\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(host: str, port: int) -> bool:
    """Whether something listens there."""
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex((host, port)) == 0


@contextmanager
def showing(settings: Settings, port: int) -> Iterator["subprocess.Popen[str]"]:
    (settings.reports / "a.txt").write_text(QUIET, encoding="utf-8")
    command = [sys.executable, "-m", "dashboard", "show", "--port", str(port), "--home", str(settings.home)]
    # BROWSER is the program that opens the page: `true` opens nothing.
    environment = os.environ | {"BROWSER": "true", "STRIKEMAP_CACHE": str(settings.cache)}
    program = subprocess.Popen(
        command, cwd=CHECKOUT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        yield program
    finally:
        program.terminate()
        program.communicate()


def wait_for_page(port: int, program: "subprocess.Popen[str]") -> str:
    for _ in range(600):
        assert program.poll() is None, "it ended before the page was there"
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the page did not come up")


@pytest.mark.allow_hosts(["127.0.0.1", ANOTHER_ADDRESS])
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_builds_serves_on_this_machine_only_and_stops_quietly(stop: signal.Signals, settings: Settings) -> None:
    port = free_port()
    with showing(settings, port) as program:
        assert wait_for_page(port, program) == "ok"
        assert settings.store.is_file()
        assert answers("127.0.0.1", port)
        assert not answers(ANOTHER_ADDRESS, port)
        program.send_signal(stop)
        _, errors = program.communicate(timeout=30)
        assert program.returncode == 0
        assert "Traceback" not in errors
    assert not answers("127.0.0.1", port)


def test_a_taken_port_is_one_line(settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with showing(settings, port) as program:
            _, errors = program.communicate(timeout=60)
            assert program.returncode == 1
            assert errors.splitlines()[-1] == f"Error: port {port} is taken; name a free one with --port"


def test_nothing_is_written_beside_the_store(settings: Settings, tmp_path: Path) -> None:
    port = free_port()
    with showing(settings, port) as program:
        wait_for_page(port, program)
    names = {file.name for file in settings.data.iterdir()}
    assert names <= {"reports", "strikes.sqlite", "strikes.sqlite.lock"}
