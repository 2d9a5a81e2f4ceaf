"""Draw the program's icon in all sizes: PNG files, Windows' ICO, macOS's ICNS.

`python packaging/draw_icons.py build/icons`
"""

import os
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOGO = ROOT / "resources" / "logo" / "abcstudio.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# What each size is called in an ICNS file; "@2x" means the same pixels for a denser screen.
ICNS_TYPES = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512,
              "ic10": 1024, "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512}  # fmt: skip
_BYTE_SIZE_LIMIT = 256


def draw(folder: Path) -> dict[int, bytes]:
    """Draw every file into a folder and return the PNG of each size in pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(LOGO))
    made: dict[int, bytes] = {}
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        made[size] = bytes(buffer.data().data())
        (folder / f"{size}.png").write_bytes(made[size])
    (folder / "abcstudio.ico").write_bytes(ico({size: made[size] for size in ICO_SIZES}))
    (folder / "abcstudio.icns").write_bytes(icns(made))
    return made


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an ICO file of PNG pictures: a directory, then the pictures one after another."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    rows = b""
    for size, data in pictures.items():
        side = size % _BYTE_SIZE_LIMIT  # 256 is written as 0.
        rows += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + rows + b"".join(pictures.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return an ICNS file of PNG pictures."""
    parts = b"".join(
        name.encode("ascii") + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for name, size in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
