"""Firefox as Debian has it, driven by the protocol that it speaks itself, WebDriver BiDi; Playwright drives its own."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox-esr", "firefox")
VIOLATIONS = """() => addEventListener("securitypolicyviolation", (event) => {
  console.error(`violation of ${event.effectiveDirective}: ${event.blockedURI}`);
})"""
"""Every page, and every page in a frame, says in its console what its policy forbade."""
QUIET = {
    "app.normandy.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}


def firefox_path() -> str:
    """The path of the system's Firefox; fails the test if there is none."""
    path = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail("Firefox is missing: run .ci/tools, or name one in the variable FIREFOX")
    return path


@dataclass
class Firefox:
    """A running Firefox."""

    socket: ClientConnection
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _events: list[tuple[str, Any]] = field(default_factory=list)

    def call(self, method: str, **params: object) -> Any:
        """What Firefox answers to a command; fails the test if it refuses. What happens meanwhile is kept."""
        number = next(self._numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv(timeout=60))
            if answer.get("id") == number:
                assert answer["type"] == "success", answer
                return answer["result"]
            self._events.append((answer["method"], answer["params"]))

    @contextmanager
    def page(self, url: str, width: int = 1280, height: int = 900) -> Iterator[FirefoxPage]:
        """A page in a tab of its own, loaded whole with its frames."""
        self._events.clear()
        tab = self.call("browsingContext.create", type="tab")["context"]
        self.call("browsingContext.setViewport", context=tab, viewport={"width": width, "height": height})
        self.call("browsingContext.navigate", context=tab, url=url, wait="complete")
        try:
            yield FirefoxPage(self, tab)
        finally:
            self.call("browsingContext.close", context=tab)

    @property
    def requests(self) -> list[str]:
        """The addresses that were asked for since the page was opened."""
        return [params["request"]["url"] for name, params in self._events if name == "network.beforeRequestSent"]

    @property
    def said(self) -> list[str]:
        """What stands in the console since then, violations of a policy and errors of scripts among it."""
        return [params["text"] or str(params) for name, params in self._events if name == "log.entryAdded"]


@dataclass
class FirefoxPage:
    """A page, or a page in one of its frames."""

    firefox: Firefox
    context: str

    def evaluate(self, script: str) -> Any:
        """What an expression gives, awaited if it is a promise: text, number, truth or None."""
        target = {"context": self.context}
        found = self.firefox.call("script.evaluate", expression=script, target=target, awaitPromise=True)
        assert found["type"] == "success", found
        return found["result"].get("value")

    @property
    def frames(self) -> list[FirefoxPage]:
        """The pages in its frames, in order."""
        [tree] = self.firefox.call("browsingContext.getTree", root=self.context)["contexts"]
        return [FirefoxPage(self.firefox, child["context"]) for child in tree["children"]]


@contextmanager
def running(profile: Path) -> Iterator[Firefox]:
    """Firefox with a new profile in an empty folder, without a window."""
    settings = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in QUIET.items())
    (profile / "user.js").write_text("".join(settings))
    command = [firefox_path(), "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stderr is not None
            lines = (re.search(r"WebDriver BiDi listening on (ws://\S+)", line) for line in process.stderr)
            address = next(filter(None, lines))[1]
            with connect(f"{address}/session", max_size=None) as socket:
                firefox = Firefox(socket)
                firefox.call("session.new", capabilities={})
                firefox.call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
                firefox.call("script.addPreloadScript", functionDeclaration=VIOLATIONS)
                yield firefox
        finally:
            process.terminate()
