"""How large a picture is, read from its first bytes."""

from __future__ import annotations

import warnings
from io import BytesIO

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")


def pixels(content: bytes) -> tuple[int, int] | None:
    """The width and height of a picture made of pixels; None of a drawing, and of what is no picture after all."""
    from PIL import Image  # here, for most builds look at no picture

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a picture of a great size is not opened further than to here
        try:
            with Image.open(BytesIO(content), formats=FORMATS) as image:
                return image.size
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return None
