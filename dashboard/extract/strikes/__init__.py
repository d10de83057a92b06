"""Clauses into strikes: what is told of which, followed through the report sentence by sentence."""
