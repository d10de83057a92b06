"""data/strikes.sqlite: its tables, written whole by `build`, read by page, command line and exports."""

from dashboard.store.read import Counts, ReportLine, Store

__all__ = ["Counts", "ReportLine", "Store"]
