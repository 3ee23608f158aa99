"""`python -m talktrack` does what `talktrack` does."""

from __future__ import annotations

import sys

from talktrack.cli import main

if __name__ == "__main__":
    sys.exit(main())
