"""Copies the icons that the window uses from the unpacked npm package @tabler/icons (MIT).

    npm pack @tabler/icons && tar -xf tabler-icons-*.tgz
    python scripts/copy_icons.py package

Add a name to ICONS or FILLED, run it again, commit resources/icons.
"""

import argparse
import shutil
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "icons"

ICONS = (
    "adjustments",
    "alert-circle",
    "alert-triangle",
    "arrow-back-up",
    "arrow-forward-up",
    "books",
    "brain",
    "chart-bar",
    "chart-line",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "circle-check",
    "clipboard",
    "clock",
    "command",
    "copy",
    "cpu",
    "dice-5",
    "dots",
    "download",
    "edit",
    "eraser",
    "external-link",
    "eye",
    "file",
    "file-export",
    "file-import",
    "file-music",
    "file-plus",
    "file-text",
    "filter",
    "filter-off",
    "flask",
    "folder",
    "folder-open",
    "folder-plus",
    "help",
    "history",
    "info-circle",
    "keyboard",
    "language",
    "list",
    "maximize",
    "metronome",
    "minus",
    "moon",
    "music",
    "music-plus",
    "palette",
    "pencil",
    "photo",
    "piano",
    "player-pause",
    "player-play",
    "player-skip-back",
    "player-skip-forward",
    "player-stop",
    "playlist",
    "plus",
    "power",
    "printer",
    "refresh",
    "repeat",
    "rotate",
    "search",
    "settings",
    "sparkles",
    "star",
    "sun",
    "table",
    "trash",
    "upload",
    "volume",
    "volume-off",
    "wand",
    "x",
    "zoom-in",
    "zoom-out",
)

FILLED = ("star",)


def copy_icons(package: Path) -> int:
    """Copy the icons and their licence, remove icons that are no longer named, return how many."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in ICONS:
        shutil.copyfile(package / "icons" / "outline" / f"{name}.svg", TARGET / f"{name}.svg")
    for name in FILLED:
        source = package / "icons" / "filled" / f"{name}.svg"
        shutil.copyfile(source, TARGET / f"{name}-filled.svg")
    for file in TARGET.glob("*.svg"):
        if file.stem not in ICONS and file.stem.removesuffix("-filled") not in FILLED:
            file.unlink()
    shutil.copyfile(package / "LICENSE", TARGET / "LICENSE-tabler.txt")
    return len(ICONS) + len(FILLED)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path, help="the unpacked package's folder")
    print(f"{copy_icons(parser.parse_args().package)} icons in {TARGET}")


if __name__ == "__main__":
    main()
