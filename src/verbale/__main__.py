"""`python -m verbale` is the command line."""

import sys

from verbale.cli import main

if __name__ == "__main__":
    sys.exit(main())
