"""What the package says of itself: the addresses of its repository, and a README whose links and pictures lead there.

Where they are is known where the package is released: a job of GitHub Actions names its repository. Built anywhere else
it names no address, and the README is as it stands.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURE = re.compile(r"(!\[[^\]]*\]\()(?![a-z]+:|#)([^)\s]+)\)")
_LINK = re.compile(r"(?<!!)(\[[^\]]*\]\()(?![a-z]+:|#)([^)\s]+)\)")


class Addresses(MetadataHookInterface):
    """Fills in `readme` and `urls` of the metadata."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Adds both, by the environment of the build."""
        readme = Path(self.root, "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": placed(readme, os.environ)}
        metadata["urls"] = urls(os.environ)


def urls(environment: Mapping[str, str]) -> dict[str, str]:
    """The addresses of the project by what they lead to; none where no repository is named."""
    repository, ref = _repository(environment)
    if not repository:
        return {}
    return {
        "Repository": repository,
        "Documentation": f"{repository}/tree/{ref}/docs",
        "Changelog": f"{repository}/blob/{ref}/CHANGELOG.md",
        "Issues": f"{repository}/issues",
    }


def placed(readme: str, environment: Mapping[str, str]) -> str:
    """The README with whole addresses in the place of paths in the repository."""
    repository, ref = _repository(environment)
    if not repository:
        return readme
    readme = _PICTURE.sub(rf"\g<1>{repository}/raw/{ref}/\g<2>)", readme)
    return _LINK.sub(rf"\g<1>{repository}/blob/{ref}/\g<2>)", readme)


def _repository(environment: Mapping[str, str]) -> tuple[str, str]:
    """The address of the repository, or "", and the tag or branch that is built."""
    name = environment.get("GITHUB_REPOSITORY", "")
    server = environment.get("GITHUB_SERVER_URL", "https://github.com")
    return (f"{server}/{name}" if name else "", environment.get("GITHUB_REF_NAME", "main"))
