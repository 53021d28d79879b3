"""The entry of `sitegen` and of `python -m sitegen`."""

import sys


def run() -> None:
    """Runs the command line; Ctrl-C ends it with 130, also in the second in which the libraries are loaded."""
    try:
        from sitegen.cli import main  # here, so that the guard stands around it

        main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
