"""A file is swapped in whole or not at all, and nothing is left beside it."""

from pathlib import Path

import pytest

from dashboard.swapping import swapped_in


def test_what_was_written_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text("old", encoding="utf-8")
    with swapped_in(path) as beside:
        beside.write_text("new", encoding="utf-8")
        assert path.read_text(encoding="utf-8") == "old", "until the writing is done"
    assert path.read_text(encoding="utf-8") == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["file.json"]
    assert path.stat().st_mode & 0o777 == 0o644, "other users may read it"


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError), swapped_in(path) as beside:
        beside.write_text("half way: \ud800", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["file.json"]
