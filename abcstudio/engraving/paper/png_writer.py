"""A sheet as a PNG: its PDF, rendered and packed in strips, so that it can be stopped at any."""

import math
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from abcstudio.engraving.paper.paper import METERS_PER_INCH, POINTS_PER_INCH
from abcstudio.stopping import stop_if_asked

MIN_RESOLUTION, MAX_RESOLUTION, DEFAULT_RESOLUTION = 36, 1200, 150
"""Dots an inch."""

STRIP_PIXELS = 2_000_000
"""So many are drawn between two questions whether to stop."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY = struct.pack(">BBBBB", 8, 0, 0, 0, 0)
"""Eight bits a pixel, no colours, and what there is but one choice for."""
_PER_METER = 1
_UNFILTERED = b"\0"


def png_pictures(
    pdf: bytes, resolution: int = DEFAULT_RESOLUTION, strip_pixels: int = STRIP_PIXELS
) -> list[bytes]:
    """Return each sheet of a PDF as a PNG file on white ground."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_png(sheet, resolution, strip_pixels) for sheet in document]
    finally:
        document.close()


def _png(sheet: Any, resolution: int, strip_pixels: int) -> bytes:
    scale = resolution / POINTS_PER_INCH
    width, height = (math.ceil(points * scale) for points in sheet.get_size())
    packer = zlib.compressobj()
    # Lines and letters become no smaller by PNG's filters: each row is as it is.
    step = max(1, strip_pixels // width)
    strips = _strips(sheet, scale=scale, width=width, height=height, step=step)
    packed = [packer.compress(rows) for rows in strips]
    packed.append(packer.flush())
    dots = round(resolution / METERS_PER_INCH)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">II", width, height) + _GREY),
            _chunk(b"pHYs", struct.pack(">IIB", dots, dots, _PER_METER)),
            _chunk(b"IDAT", b"".join(packed)),
            _chunk(b"IEND", b""),
        )
    )


def _strips(sheet: Any, scale: float, width: int, height: int, step: int) -> Iterator[bytes]:
    """Yield the rows of a picture, some at a time, each behind the number of its filter."""
    for top in range(0, height, step):
        stop_if_asked()
        below = max(0, height - top - step)
        # In points, which are rounded up to pixels.
        crop = (0, max(0, below - 0.5) / scale, 0, max(0, top - 0.5) / scale)
        strip = sheet.render(scale=scale, crop=crop, grayscale=True)
        pixels, rows = bytes(strip.buffer), range(0, strip.stride * strip.height, strip.stride)
        strip.close()
        yield b"".join(_UNFILTERED + pixels[start : start + width] for start in rows)


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
