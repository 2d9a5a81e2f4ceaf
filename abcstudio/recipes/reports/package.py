"""A report with all that it speaks of, as one ZIP: tunes with their sound, logs, answers."""

import io
import logging
import zipfile
from collections.abc import Mapping
from pathlib import Path

from abcstudio.errors import AbcStudioError, CancelledError
from abcstudio.guarded_files import is_file, read_bytes
from abcstudio.recipes.export import export_tune
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.recipes.reports.found_runs import LOG_FILES
from abcstudio.recipes.reports.report_places import ReportPlaces
from abcstudio.reports.material import Material
from abcstudio.stopping import stop_if_asked
from abcstudio.temporary_files import temporary_folder

log = logging.getLogger(__name__)

_MOST_BYTES = 200_000_000
_LEARNED = ("standing.json", "attempts.log")
"""What of a lesson goes with the report only where the person wants that."""


def package_bytes(
    written: Mapping[str, bytes],
    material: Material,
    places: ReportPlaces,
) -> bytes:
    """Return a ZIP with a report and what it speaks of; the networks themselves stay out.

    Args:
        written: The report's files by name.
        material: What it speaks of.
        places: Where that is.

    Raises:
        OSError: A file cannot be read.
    """
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in written.items():
            package.writestr(name, content)
        for path, name in _files(material, places):
            stop_if_asked()
            package.writestr(name, read_bytes(path, _MOST_BYTES))
        _add_tunes(package, material, places)
    return data.getvalue()


def _files(material: Material, places: ReportPlaces) -> list[tuple[Path, str]]:
    """Return the files that are there already, each with its name in the package."""
    found = []
    for run in material.runs:
        folder = run.summary.folder
        inside = [
            *LOG_FILES,
            *(f"takes/{path.name}" for path in sorted(folder.glob("takes/*.abc"))),
        ]
        found += [(folder / name, f"runs/{folder.name}/{name}") for name in inside]
    names = ("answer.py", *(_LEARNED if material.words.tells_hints else ()))
    for lesson in material.lessons:
        folder = places.answers / lesson.name
        found += [(folder / name, f"lessons/{lesson.name}/{name}") for name in names]
    return [(path, name) for path, name in found if is_file(path)]


def _add_tunes(
    package: zipfile.ZipFile,
    material: Material,
    places: ReportPlaces,
) -> None:
    options = ExportOptions(sound_font=places.sound_font)
    with temporary_folder("abcstudio-report-") as folder:
        for take in material.takes:
            text = take.text.encode("utf-8", "surrogateescape")
            package.writestr(f"takes/{take.stem}.abc", text)
            if not take.scores:
                continue
            target = folder / f"{take.stem}.wav"
            try:
                export_tune(take.text, "wav", target, options)
            except CancelledError:
                raise
            except AbcStudioError as error:
                log.warning("%s has no sound in a package: %s", take.stem, error)
                continue
            package.writestr(f"takes/{take.stem}.wav", read_bytes(target, _MOST_BYTES))
