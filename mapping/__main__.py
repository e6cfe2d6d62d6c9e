"""``python -m mapping`` is ``presence-map``."""

from mapping.commands.app import main

if __name__ == "__main__":  # not in a process that prints one of several languages
    main()
