"""A file written whole beside its place and then swapped in, so that nobody ever reads half of one."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def swapped_in(path: Path) -> Iterator[Path]:
    """Where to write what is to stand at `path`: it gets there at the end, and is gone where the writing fails.

    Raises OSError where nothing can be written to the folder, which must exist.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}-", suffix=".new")
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(0o644)  # mkstemp's 600 would hide the file from a server's other users
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
