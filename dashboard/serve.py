"""Runs the page: Streamlit, on this machine only."""

import signal
import socket
import subprocess
import sys
from types import FrameType

from dashboard.errors import PortTaken
from dashboard.settings import PACKAGE, Settings
from dashboard.views.server_options import OPTIONS

HOST = "127.0.0.1"
FIRST_PORT = 8501  # Streamlit's own
PORTS_TRIED = 50
GRACE = 10  # seconds that Streamlit has to end
STREAMLIT_OPTIONS = {
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "server.address": HOST,
    "server.fileWatcherType": "none",  # the program does not change while it runs; watching costs a core at times
    "server.showEmailPrompt": "false",  # it would stop the first start with a question
    "server.maxUploadSize": "5",  # megabytes; a report is a few kilobytes
}


def free_port(port: int | None = None) -> int:
    """The port asked for, or the first free one from 8501. Raises PortTaken."""
    tried = [port] if port else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
    free = next((number for number in tried if _is_free(number)), None)
    if free is None:
        which = f"port {port} is" if port else f"ports {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} are"
        raise PortTaken(f"{which} taken; name a free one with --port")
    return free


def serve(settings: Settings, port: int) -> int:
    """Runs the page until Ctrl-C and returns Streamlit's exit status, 0 after Ctrl-C."""
    options = OPTIONS | STREAMLIT_OPTIONS | {"server.port": str(port)}
    arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
    command = [sys.executable, "-m", "streamlit", "run", str(PACKAGE / "app.py"), *arguments]
    signal.signal(signal.SIGTERM, _interrupt)
    # In the package's own folder `python -m` finds this very package, and no .streamlit of another project is read.
    with subprocess.Popen(command, env=settings.environment(), cwd=PACKAGE.parent) as streamlit:
        try:
            return streamlit.wait()
        except KeyboardInterrupt:
            streamlit.terminate()
            try:
                streamlit.wait(timeout=GRACE)
            except subprocess.TimeoutExpired:  # told to stop while it starts, it may never end by itself
                streamlit.kill()
            return 0


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":  # there the option would let two programs share one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _interrupt(signal_number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
