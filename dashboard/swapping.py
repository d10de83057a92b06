"""A file written whole beside its place and then swapped in, so that nobody ever reads half of one."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def swapped_in(path: Path, *, durable: bool = False) -> Iterator[Path]:
    """Where to write what is to stand at `path`: it gets there at the end, and is gone where the writing fails.

    `durable`: for what cannot be made again. It is on the disk when this returns, even if the power fails then.
    Raises OSError where nothing can be written to the folder, which must exist.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}-", suffix=".new")
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(0o644)  # mkstemp's 600 would hide the file from a server's other users
        if durable:
            _to_disk(beside)
        beside.replace(path)
        if durable:
            _to_disk(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    if os.name == "nt" and path.is_dir():  # Windows opens no folders, and writes their changes by itself
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
