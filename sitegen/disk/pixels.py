"""Pictures made of pixels: how large one is, and whether all of it is there."""

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


def damaged(content: bytes) -> tuple[str, str] | None:
    """What keeps browsers from showing a content that begins as a picture, with what to do; None if it is whole."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(BytesIO(content), formats=(*FORMATS, "ICO")) as image:
                image.load()
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            return "it has more pixels than a browser shows", "make it smaller, such as 2,000 pixels wide"
        except Warning:
            return None
        except Exception:  # which differs with the format
            return "it is cut off, or has no pixels", "save it again, or copy it again from where it came"
    return None
