"""`python -m dashboard` is the same as `strikemap`."""

from dashboard.cli import main

if __name__ == "__main__":
    main()
