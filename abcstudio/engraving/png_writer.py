"""A sheet as a PNG: its PDF, rendered."""

import io
from typing import Any

from abcstudio.engraving.paper import POINTS_PER_INCH

MIN_RESOLUTION, MAX_RESOLUTION, DEFAULT_RESOLUTION = 36, 1200, 150
"""Dots an inch."""


def png_pictures(pdf: bytes, resolution: int = DEFAULT_RESOLUTION) -> list[bytes]:
    """Return each sheet of a PDF as a PNG file on white ground."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_png(page, resolution) for page in document]
    finally:
        document.close()


def _png(page: Any, resolution: int) -> bytes:
    picture = page.render(scale=resolution / POINTS_PER_INCH).to_pil()
    data = io.BytesIO()
    picture.convert("L").save(data, "PNG", dpi=(resolution, resolution), optimize=True)
    return data.getvalue()
