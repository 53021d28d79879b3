"""The entry of `sitegen` and of `python -m sitegen`."""

import gc
import sys

ROUND = 600_000
"""So many new objects until Python looks for circles among them: a build makes many, with few circles, and looking
every 700 takes a tenth of it. At the end it need not look at all: all memory goes back to the system."""


def run() -> None:
    """Runs the command line; Ctrl-C ends it with 130, also in the second in which the libraries are loaded."""
    gc.set_threshold(ROUND)
    try:
        from sitegen.cli import main  # here, so that the guard stands around it

        main()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.disable()


if __name__ == "__main__":
    run()
