"""Runs the command as ``python -m bekwaam``."""

import sys

from bekwaam.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
