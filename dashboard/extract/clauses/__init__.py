"""A report into clauses, each with the words, places, dates and casualties that stand in it."""
