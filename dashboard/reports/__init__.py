"""Report files, pasted text: read, written, recognised, removed."""

from dashboard.reports.links import safe_url
from dashboard.reports.published import parse_published
from dashboard.reports.read import parse, read_file, read_folder, report_files
from dashboard.reports.write import Draft, compose, read_draft, remove, same_text, write

__all__ = [
    "Draft",
    "compose",
    "parse",
    "parse_published",
    "read_draft",
    "read_file",
    "read_folder",
    "remove",
    "report_files",
    "safe_url",
    "same_text",
    "write",
]
