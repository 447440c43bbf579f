"""``python -m checker`` is ``plancheck``."""

import sys

from checker.doors.start import main

if __name__ == "__main__":
    sys.exit(main())
