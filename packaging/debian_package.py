"""Make a Debian package of the packaged program.

`python packaging/debian_package.py dist/abcstudio dist` writes dist/abcstudio_VERSION_amd64.deb,
with EDITION=player in the environment that of dist/abcstudio-player.
The program lies under /opt in a folder of its version; the rest is what a desktop asks for: the
command, the menu entry, icons, the type of .abc files, metadata, man page, completion of commands.

An upgrade that is killed leaves a program that starts: dpkg puts files in their places in the order
of the package, in which the command is behind all of the new version's folder, and takes the old
folder away at last. So the command names the old folder or the new one, and either is whole. Of
what dpkg then forgets, the next upgrade that ends takes away all that is not of its version.
"""

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from build_record import BuildRecord, make_build, source_epoch
from command_pages import bash_completion, fish_completion, man_page, zsh_completion
from editions import STUDIO, Edition, chosen_edition

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
ICONS = ROOT / "build" / "icons"
FOLDER = "opt/abcstudio"
COMMAND = "usr/bin/abcstudio"
AFTER = "DEBIAN/postinst"
# What is run in the folder; a shared library needs no right to be.
PROGRAMS = ("abcstudio", "_internal/torch/bin/torch_shm_manager")
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)

# What the program loads of the system. Qt's own libraries and those of X11 come with it.
DEPENDENCIES = (
    "libegl1", "libgl1", "libfontconfig1", "libdbus-1-3", "libxkbcommon0", "libxkbcommon-x11-0",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-image0", "libxcb-render-util0",
    "libxcb-shape0", "libxcb-xkb1", "libglib2.0-0t64 | libglib2.0-0", "libasound2t64 | libasound2",
    "fonts-dejavu-core | fonts-freefont-ttf",
)  # fmt: skip
# Qt's way to printers loads it where it is.
RECOMMENDED = "libcups2t64 | libcups2"
_GLIBC = re.compile(rb"GLIBC_(2\.\d+)")


def make_package(
    bundle: Path, edition: Edition, target: Path, *, version: str = "", level: int = 19
) -> Path:
    """Write the package and return its path.

    Args:
        bundle: The folder that PyInstaller has made.
        edition: Which of the two programs it is.
        target: The folder for the package.
        version: Another one than that of the sources, for trials of upgrades.
        level: How much Zstandard compresses, from 1.
    """
    build = make_build()
    build = replace(build, version=version or build.version)
    target.mkdir(parents=True, exist_ok=True)
    package = target / f"{edition.package}_{build.version}_{_architecture()}.deb"
    # Beside the bundle, so that its files can be linked instead of copied.
    with tempfile.TemporaryDirectory(prefix="deb-", dir=ROOT / "build") as place:
        stage = Path(place) / "root"
        _lay_out(bundle, stage, build, edition)
        _write_control(stage, build.version, edition, oldest_glibc(bundle))
        _same_times(stage, build.version)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zzstd", f"-z{level}", "--build", str(stage),
             str(package)],
            check=True, stdout=subprocess.DEVNULL,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(source_epoch())},
        )  # fmt: skip
    return package


def oldest_glibc(bundle: Path) -> str:
    """Return the oldest C library that all of the program's files can be loaded with."""
    versions = {
        tuple(map(int, found.split(b".")))
        for path in bundle.rglob("*")
        if path.is_file() and not path.is_symlink() and _is_program(path)
        for found in _GLIBC.findall(path.read_bytes())
    }
    return ".".join(map(str, max(versions, default=(2, 28))))


def _lay_out(bundle: Path, stage: Path, build: BuildRecord, edition: Edition) -> None:
    folder = f"{FOLDER}/{build.version}"
    shutil.copytree(bundle, stage / folder, symlinks=True, copy_function=_link)
    # No link: dpkg makes those before it puts files in their places.
    _put(stage / COMMAND, f'#!/bin/sh\nexec /{folder}/abcstudio "$@"\n'.encode())
    share = stage / "usr/share"
    for source, place in (
        (LINUX / "abcstudio-mime.xml", "mime/packages/abcstudio.xml"),
        (LINUX / "org.abcstudio.abcstudio.metainfo.xml",
         "metainfo/org.abcstudio.abcstudio.metainfo.xml"),
        (ROOT / "resources/logo/abcstudio.svg", "icons/hicolor/scalable/apps/abcstudio.svg"),
        *((ICONS / f"{size}.png", f"icons/hicolor/{size}x{size}/apps/abcstudio.png")
          for size in ICON_SIZES),
    ):  # fmt: skip
        _put(share / place, source.read_bytes())
    entry = (LINUX / "abcstudio.desktop").read_text(encoding="utf-8")
    _put(share / "applications/abcstudio.desktop", menu_entry(entry, edition).encode())
    _put(share / "man/man1/abcstudio.1.gz", gzip.compress(man_page(build.day).encode(), 9, mtime=0))
    _put(share / "bash-completion/completions/abcstudio", bash_completion().encode())
    _put(share / "zsh/vendor-completions/_abcstudio", zsh_completion().encode())
    _put(share / "fish/vendor_completions.d/abcstudio.fish", fish_completion().encode())
    documents = share / "doc" / edition.package
    _put(documents / "copyright", _copyright(folder).encode())
    news = (ROOT / "CHANGELOG.md").read_bytes()
    _put(documents / "changelog.gz", gzip.compress(news, 9, mtime=0))


def menu_entry(entry: str, edition: Edition) -> str:
    """Return the studio's entry of the menu with the name of an edition."""
    return entry.replace(f"\nName={STUDIO.title}\n", f"\nName={edition.title}\n")


def _write_control(stage: Path, version: str, edition: Edition, glibc: str) -> None:
    size = sum(path.lstat().st_size for path in stage.rglob("*") if not path.is_dir()) // 1024
    depends = ", ".join((f"libc6 (>= {glibc})", *DEPENDENCIES))
    control = (
        f"Package: {edition.package}\nVersion: {version}\nArchitecture: {_architecture()}\n"
        "Section: sound\nPriority: optional\n"
        "Maintainer: The ABC Studio authors <authors@abcstudio.example.org>\n"
        f"Installed-Size: {size}\nDepends: {depends}\n"
        # Both lie in one folder: dpkg takes the other one out.
        f"Recommends: {RECOMMENDED}\nConflicts: {edition.other}\nReplaces: {edition.other}\n"
        f"Description: {edition.description}\n"
    )
    _put(stage / "DEBIAN/control", control.encode())
    _put(stage / AFTER, after_install(version).encode())


def after_install(version: str) -> str:
    """Return the script that dpkg runs when a version is in its place."""
    return f"""#!/bin/sh
set -e
# What upgrades that were killed have left of other versions.
if [ "$1" = configure ]; then
    for folder in /{FOLDER}/*; do
        [ "$folder" = "/{FOLDER}/{version}" ] || rm -rf "$folder"
    done
fi
"""


def _copyright(folder: str) -> str:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    licence = "\n".join(f" {line}" if line else " ." for line in text.splitlines())
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: ABC Studio\n\n"
        "Files: *\nCopyright: The ABC Studio authors\nLicense: MIT\nComment:\n"
        f" The work of others in /{folder} is named with its licences in\n"
        f" /{folder}/_internal/abcstudio/resources/licences/THIRD-PARTY.txt\n\n"
        f"License: MIT\n{licence}\n"
    )


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o644)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _same_times(stage: Path, version: str) -> None:
    """Give all files the time of the sources, and the rights that they need."""
    run = {stage / COMMAND, stage / AFTER, *(stage / FOLDER / version / name for name in PROGRAMS)}
    for path in (stage, *stage.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in run else 0o644)
        os.utime(path, (source_epoch(), source_epoch()), follow_symlinks=False)


def _is_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _architecture() -> str:
    done = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def dependency_names(wanted: Iterable[str] = DEPENDENCIES) -> list[str]:
    """Return the packages to install for a trial: of alternatives the first."""
    return [each.split(" | ")[0] for each in wanted]


def main() -> int:
    """Make the package, print its size, and return 1 where it is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("bundle", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    edition = chosen_edition(os.environ)
    package = make_package(options.bundle, edition, options.target)
    megabytes = package.stat().st_size / 2**20
    print(f"{package}: {megabytes:.0f} MB (at most {edition.most_deb_mb})")
    return int(megabytes > edition.most_deb_mb)


if __name__ == "__main__":
    sys.exit(main())
