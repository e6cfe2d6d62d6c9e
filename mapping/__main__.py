"""``python -m mapping`` is ``presence-map``."""

from mapping.cli import main

main()
