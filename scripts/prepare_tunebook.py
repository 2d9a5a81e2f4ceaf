"""Make `resources/tunes` from two packages of the Python package index; prints figures as JSON.

The tunebook is what the model in the box has learned and is measured by, so it stays as it is; the
Northumbrian Minstrelsy stands beside it, without what the tunebook has.

Usage:
    python scripts/prepare_tunebook.py                      # fetches both packages with pip
    python scripts/prepare_tunebook.py --irish irish.abc --music21 path/to/music21/corpus
"""

import argparse
import dataclasses
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cleaning.prepare import (  # noqa: E402
    AIRD,
    IRISH,
    MINSTRELSY,
    ONEILL,
    RYAN,
    PrepareReport,
    PrepareRequest,
    prepare,
)

MITDEEPLEARNING = "mitdeeplearning==0.7.5"
MUSIC21 = "music21==10.5.1"
TUNES = ROOT / "resources" / "tunes"


def main() -> int:
    arguments = _arguments()
    cache = arguments.cache
    irish = arguments.irish or _fetch_irish(cache)
    corpus = arguments.music21 or _fetch_music21(cache)
    checker = shutil.which("abc2midi")
    if checker is None:
        print(
            "abc2midi is not installed (package abcmidi): its check is left out.", file=sys.stderr
        )
    books = (
        (IRISH, irish),
        (ONEILL, corpus / "oneills1850"),
        (RYAN, corpus / "ryansMammoth"),
        (AIRD, corpus / "airdsAirs"),
    )
    minstrelsy = corpus / "miscFolk" / "northumbrianminstrelsyopus.abc"
    requests = (
        PrepareRequest(books, arguments.output, checker),
        PrepareRequest(
            ((MINSTRELSY, minstrelsy),),
            arguments.output.with_name("northumbrian-minstrelsy.abc"),
            checker,
            beside=arguments.output,
        ),
    )
    for request in requests:
        print(json.dumps(dataclasses.asdict(prepare(request, _show)), indent=2))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--irish", type=Path, help="irish.abc of the lab's package")
    parser.add_argument("--music21", type=Path, help="music21's folder corpus/")
    parser.add_argument(
        "--cache", type=Path, default=ROOT / ".cache" / "tunes", help="where downloads are kept"
    )
    parser.add_argument("--output", type=Path, default=TUNES / "tunebook.abc")
    return parser.parse_args()


def _show(report: PrepareReport) -> None:
    print(f"\r{report.done} of {report.total} tunes", end="", file=sys.stderr, flush=True)
    if report.done == report.total:
        print(file=sys.stderr)


def _fetch_irish(cache: Path) -> Path:
    """Return irish.abc from the source archive; its build step needs setuptools below 80."""
    folder = cache / "mitdeeplearning"
    found = sorted(folder.rglob("irish.abc"))
    if found:
        return found[0]
    tools = cache / "tools"
    subprocess.run([sys.executable, "-m", "venv", str(tools)], check=True)
    python = tools / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run(
        [str(python), "-m", "pip", "install", "-q", "setuptools<80", "wheel"], check=True
    )
    _download(str(python), MITDEEPLEARNING, folder, "--no-binary", ":all:", "--no-build-isolation")
    archive = next(folder.glob("*.tar.gz"))
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return next(iter(sorted(folder.rglob("irish.abc"))))


def _fetch_music21(cache: Path) -> Path:
    """Return the folder corpus/ from music21's wheel."""
    folder = cache / "music21"
    if not (folder / "music21" / "corpus").is_dir():
        _download(sys.executable, MUSIC21, folder)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            wheel.extractall(folder)
    return folder / "music21" / "corpus"


def _download(python: str, requirement: str, folder: Path, *options: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        python,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        *options,
        "-d",
        str(folder),
        requirement,
    ]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
