"""The finished site before a real browser: axe on every page, and Lighthouse on ten types of page: `make audit`.

It prints figures; it asserts nothing. Lighthouse plays a phone on a slow network, and the median of three runs counts.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from conftest import Built, Handler, Server, chromium
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
LIGHTHOUSE = ROOT / ".venv" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
REPO = "/repo/"
"""Below what the site is served: what is right there is right at the root of a host, for all links are relative."""
PAGES = (
    "",
    "companies/seres/",
    "compare/seres/bmw/",
    "rankings/premium-2025/",
    "expansion/seres/",
    "capabilities/",
    "briefs/xiaomi-rise/",
    "claims/seres-passed-bmw/",
    "charts/aito-rivals/",
    "data/aito/deliveries/",
)
SCORES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3


class Packed(Handler):
    """Answers as a static host does that compresses what it sends."""

    def do_GET(self) -> None:
        """Sends a page, style, script or drawing compressed, anything else as it is."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix not in (".html", ".css", ".js", ".svg") or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Host(Server):
    """A server of packed answers."""

    def finish_request(self, request: object, client_address: object) -> None:
        """Hands the folder to the handler."""
        Packed(request, client_address, self, directory=str(self.folder))  # type: ignore[arg-type]


def build(folder: Path, address: str) -> None:
    """The site in a folder, as it is published at an address."""
    command = [sys.executable, "-m", "sitegen", "build", "-q", "--project", str(ROOT), "-o", str(folder)]
    subprocess.run([*command, "--base-url", address], check=True)


def axe(site: Built) -> None:
    """Violations by rule over all pages, everything folded out, in the dark at the width of a phone."""
    rules: Counter[str] = Counter()
    where: dict[str, str] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme="dark").new_page()
        for name in site.pages:
            page.goto(site.below + name)
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
            for violation in Axe().run(page).response["violations"]:
                rules[violation["id"]] += len(violation["nodes"])
                where.setdefault(violation["id"], name)
        browser.close()
    print(f"axe: {len(site.pages)} pages, {sum(rules.values())} violations")
    for rule, count in rules.items():
        print(f"  {rule}: {count}, first on /{where[rule]}")


def lighthouse(site: Built) -> None:
    """Scores from 0 to 1, the shift of the layout, and what was sent, for each page."""
    print("lighthouse, mobile, median of", RUNS)
    for name in PAGES:
        reports = [_report(site.below + name) for _ in range(RUNS)]
        scores = [statistics.median(r["categories"][score]["score"] for r in reports) for score in SCORES]
        shift = statistics.median(r["audits"]["cumulative-layout-shift"]["numericValue"] for r in reports)
        sent = statistics.median(r["audits"]["total-byte-weight"]["numericValue"] for r in reports)
        words = ", ".join(f"{score} {value:.2f}" for score, value in zip(SCORES, scores, strict=True))
        print(f"  /{name}: {words}, layout shift {shift:.3f}, {sent / 1000:.0f} KB")
        for id, audit in reports[0]["audits"].items():
            if audit["score"] is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] == "binary":
                print(f"    {id}: {audit['title']}")
                print("\n".join(f"      {item['node']['snippet'][:160]}" for item in audit["details"]["items"][:5]))


def _report(url: str) -> dict[str, Any]:
    flags = "--headless=new --no-sandbox --disable-dev-shm-usage"
    command = [str(LIGHTHOUSE), url, "--quiet", f"--chrome-flags={flags}", "--output=json", "--output-path=stdout"]
    env = {**os.environ, "CHROME_PATH": chromium()}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def main() -> None:
    """Builds the site, serves it below a path, and prints what was found."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        with Host(output, REPO) as server:
            build(output, server.url)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            site = Built(output, server.url, server.url)
            lighthouse(site)
            axe(site)
            server.shutdown()


if __name__ == "__main__":
    main()
