"""Questions to the `git` command; no more is loaded for them than that, for a build that has nothing to do asks one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def ask(project: Path, *words: str, given: bytes | None = None) -> bytes | None:
    """What git answers in the folder of the project; None if it is not installed or refuses."""
    env = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1"}
    command = ("git", "-c", "log.showRoot=true", "-c", "log.showSignature=false", *words)
    try:
        done = subprocess.run(command, cwd=project, env=env, input=given or b"", capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def state(project: Path) -> str:
    """What the whole history follows from: the last commit, and whether the clone is cut off. One question to git.

    "no-git" or "no-repository" where there is none to ask.
    """
    folder = project.absolute()
    if not any((above / ".git").exists() for above in (folder, *folder.parents)):
        return "no-repository"
    answer = ask(project, "rev-parse", "--is-shallow-repository", "--show-prefix", "--verify", "HEAD")
    if answer is not None:
        return answer.decode(errors="replace")
    return "no-repository" if ask(project, "--version") else "no-git"
