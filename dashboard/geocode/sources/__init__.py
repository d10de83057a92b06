"""All places that are known, from packages, lists and people, and what each name may mean."""
