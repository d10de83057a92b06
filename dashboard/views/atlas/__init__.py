"""Makes the country outlines and town labels that stand in for a tile server; run by hand, see make.py."""
