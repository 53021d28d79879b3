"""Makes `templates/assets/explore/vega.js` of the packages that `package.json` pins, and the file of their licences.

    python bench/vega/make.py

It needs Node with npm, works in a folder of its own, and gives the same bytes each time.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
TO = HERE.parent.parent / "templates" / "assets" / "explore"
OPTIONS = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none", "--metafile=meta.json")


def main() -> None:
    """Installs the packages, bundles what the page needs of them, and gathers the licences of what is in the bundle."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("package.json", "entry.js"):
            shutil.copy(HERE / file, folder)
        subprocess.run(["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"], cwd=folder, check=True)
        subprocess.run(["npx", "esbuild", "entry.js", *OPTIONS, "--outfile=vega.js"], cwd=folder, check=True)
        inputs = json.loads((folder / "meta.json").read_text())["outputs"]["vega.js"]["inputs"]
        used = sorted({path.split("/")[1] for path, part in inputs.items() if "/" in path and part["bytesInOutput"]})
        packages = folder / "node_modules"
        texts = [f"{_name(packages / each)}\n\n{_licence(packages / each)}" for each in used]
        made = ", ".join(_name(packages / each) for each in used if each.startswith("vega"))
        head = f"// Made by bench/vega/make.py of {made} and of parts of d3. Licences: LICENSES.txt.\n"
        TO.mkdir(parents=True, exist_ok=True)
        (TO / "vega.js").write_text(head + (folder / "vega.js").read_text())
        (TO / "LICENSES.txt").write_text(("\n\n" + "-" * 80 + "\n\n").join(texts) + "\n")


def _name(package: Path) -> str:
    return f"{package.name} {json.loads((package / 'package.json').read_text())['version']}"


def _licence(package: Path) -> str:
    found = sorted(path for path in package.iterdir() if path.name.upper().startswith("LICEN"))
    return found[0].read_text().strip()


if __name__ == "__main__":
    main()
