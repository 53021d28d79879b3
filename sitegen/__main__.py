"""The entry of `sitegen` and of `python -m sitegen`."""

import gc
import os
import sys

ROUND = 600_000
"""So many new objects until Python looks for circles among them: a build makes many, with few circles, and looking
every 700 takes a tenth of it."""


def run() -> None:
    """Runs the command line; Ctrl-C ends it with 130, also in the second in which the libraries are loaded.

    At the end all memory goes back to the system at once: to free it value by value takes a twentieth of a build.
    """
    gc.set_threshold(ROUND)
    try:
        from sitegen.cli import main  # here, so that the guard stands around it

        main()
    except KeyboardInterrupt:
        _end(130)
    except SystemExit as error:
        if error.code is None or isinstance(error.code, int):
            _end(error.code or 0)
        raise
    except Exception:
        from sitegen.cli.console import fault

        fault()
        _end(1)


def _end(code: int) -> None:
    """Ends the process with this code. Whoever reads what was printed may have gone: then there is nobody to tell."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or 1
    os._exit(code)


if __name__ == "__main__":
    run()
