"""A language server as an editor talks to it: over its standard streams, one file at a time."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

SERVER = Path(__file__).parent.parent / ".venv" / "yaml" / "node_modules" / ".bin" / "yaml-language-server"
_SETTINGS = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}},
    "http": {},
    "editor": {"tabSize": 2},
    "[yaml]": {},
    "files": {},
}


class Found(NamedTuple):
    """What an editor underlines in a file. line: from 1. text: what is underlined."""

    line: int
    text: str
    message: str


def _found(diagnostic: Mapping[str, Any], lines: Sequence[str]) -> Found:
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    last = end["character"] if end["line"] == start["line"] else None
    return Found(start["line"] + 1, lines[start["line"]][start["character"] : last], diagnostic["message"])


class Editor:
    """An editor with one project open."""

    def __init__(self, process: subprocess.Popen[bytes], project: Path) -> None:
        self._process = process
        self.project = project
        self._number = 0
        self._ask("initialize", {"processId": None, "rootUri": project.as_uri(), "capabilities": {}})
        self._say("initialized", {})

    def underlined(self, texts: Iterable[tuple[str, str]]) -> list[list[Found]]:
        """What is underlined in each of some texts, once they are typed into the files of their paths."""
        opened = {self._open(path, text): text for path, text in texts}
        found: dict[str, list[Found]] = {}
        while opened.keys() - found.keys():
            note = self._answered(self._read())
            if note.get("method") == "textDocument/publishDiagnostics" and note["params"]["uri"] in opened:
                uri = note["params"]["uri"]
                found[uri] = [_found(each, opened[uri].splitlines()) for each in note["params"]["diagnostics"]]
        return [found[uri] for uri in opened]

    def offered(self, path: str, text: str) -> list[str]:
        """What is offered where a `|` stands in the text of a file."""
        answer = self._at("textDocument/completion", path, text)
        items = answer if isinstance(answer, list) else answer["items"]
        return [item["label"] for item in items]

    def explained(self, path: str, text: str) -> str:
        """What is said of the word behind the `|` in the text of a file."""
        answer = self._at("textDocument/hover", path, text)
        return "" if answer is None else str(answer["contents"]["value"])

    def _at(self, method: str, path: str, text: str) -> Any:
        before, _, after = text.partition("|")
        uri = self._open(path, before + after)
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self._ask(method, {"textDocument": {"uri": uri}, "position": place})

    def _open(self, path: str, text: str) -> str:
        """Opens a text as a new file beside that of the path, so that no answer is about an older text."""
        self._number += 1
        uri = (self.project / path).with_suffix(f".{self._number}.yaml").as_uri()
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._say("textDocument/didOpen", {"textDocument": item})
        return uri

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            note = self._answered(self._read())
            if note.get("id") == self._number and "method" not in note:
                return note["result"]

    def _say(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _answered(self, note: dict[str, Any]) -> dict[str, Any]:
        """The message of the server; if it asks something, it gets its answer."""
        if "method" in note and "id" in note:
            asks = note["method"] == "workspace/configuration"
            answer = [_SETTINGS.get(item["section"]) for item in note["params"]["items"]] if asks else None
            self._send({"id": note["id"], "result": answer})
        return note

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server has ended"
        found: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return found


@contextmanager
def opened(project: Path) -> Iterator[Editor]:
    """An editor with a project open, until it is closed."""
    command = ["node", str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield Editor(process, project)
        finally:
            process.terminate()
