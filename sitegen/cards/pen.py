"""The outlines of a glyph as the data of a path, each point given from the one before it, so that glyphs can follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fontTools.pens.basePen import BasePen

Point = tuple[int, int]


def outlines(glyphs: Mapping[str, Any], name: str, scale: float) -> tuple[Point, str, Point]:
    """Where the first outline of a glyph begins, what follows its first point, and where the last one ends.

    scale: by which its units are multiplied. The path is "" for a glyph that shows nothing.
    """
    pen = _Pen(glyphs, scale)
    glyphs[name].draw(pen)
    return pen.start or (0, 0), "".join(pen.parts), pen.at


class _Pen(BasePen):  # type: ignore[misc]  # the library says no types
    """Writes what is drawn as steps between points of whole numbers; a closed outline ends where it began."""

    def __init__(self, glyphs: Mapping[str, Any], scale: float) -> None:
        super().__init__(glyphs)
        self._scale = scale
        self.start: Point | None = None
        self.at: Point = (0, 0)
        self._began: Point = (0, 0)
        self.parts: list[str] = []

    def _moveTo(self, point: tuple[float, float]) -> None:
        if self.start is None:
            self.start = self.at = self._whole(point)
        else:
            self._step("m", point)
        self._began = self.at

    def _lineTo(self, point: tuple[float, float]) -> None:
        self._step("l", point)

    def _qCurveToOne(self, *points: tuple[float, float]) -> None:
        self._step("q", *points)

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self._step("c", *points)

    def _closePath(self) -> None:
        self.parts.append("z")
        self.at = self._began

    _endPath = _closePath

    def _step(self, command: str, *points: tuple[float, float]) -> None:
        x, y = self.at
        whole = [self._whole(point) for point in points]
        self.parts.append(command + " ".join(f"{a - x} {b - y}" for a, b in whole))
        self.at = whole[-1]

    def _whole(self, point: tuple[float, float]) -> Point:
        return round(point[0] * self._scale), round(point[1] * self._scale)
