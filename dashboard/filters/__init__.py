"""Which strikes are shown: filters, areas drawn on the map, and what a link says of them."""

from dashboard.filters.sieve import Filters, Sieve, from_query, not_taken, select, to_query

__all__ = ["Filters", "Sieve", "from_query", "not_taken", "select", "to_query"]
