"""Names in a text: what stands around each, and whether it can be that of a place there."""
