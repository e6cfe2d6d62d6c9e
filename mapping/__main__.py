"""``python -m mapping`` is ``presence-map``; where the command line begins."""

import sys


def main() -> None:
    """Run the command line; who stops it while it is being loaded sees no traceback."""
    try:
        from mapping.commands.app import main as run  # noqa: PLC0415 (loading is what takes time)
    except KeyboardInterrupt:
        sys.exit(130)  # as `console.EXIT_STOPPED` has it, which is not loaded yet
    run()


if __name__ == "__main__":  # not in a process that prints one of several languages
    main()
