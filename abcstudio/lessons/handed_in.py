"""What students hand in: an archive of their answers, written here, read within bounds."""

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from abcstudio.bounded_json import parse_json
from abcstudio.errors import LessonError
from abcstudio.field_values import fitting
from abcstudio.files import atomic_write
from abcstudio.guarded_files import is_folder, read_bytes
from abcstudio.lessons.progress import MAX_ANSWER_BYTES, LessonStanding
from abcstudio.messages import Phrase, reason

_ANSWER, _STANDING = "answer.py", "standing.json"
_MOST_BYTES = 50_000_000
_MOST_MEMBERS = 10_000
# A terminal obeys them, also behind a pipe, or they turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError,
    ValueError, LookupError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What one student has handed in.

    Attributes:
        student: The name of the file, without its ending.
        answers: What was typed, by the names of lessons.
        standings: What has come of lessons and of pages of theory, by their names.
    """

    student: str
    answers: Mapping[str, str] = field(default_factory=dict)
    standings: Mapping[str, LessonStanding] = field(default_factory=dict)


def pack_answers(own: Path, path: Path) -> int:
    """Write an archive of a folder of answers; return of how many lessons it has answers.

    Raises:
        LessonError: There is nothing to hand in.
        OSError: It cannot be written; an older file of the name is unchanged.
    """
    folders = sorted(each for each in own.iterdir() if is_folder(each)) if is_folder(own) else []
    packed = io.BytesIO()
    count = 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder in folders:
            for name in (_ANSWER, _STANDING):
                try:
                    data = read_bytes(folder / name, MAX_ANSWER_BYTES)
                except FileNotFoundError:
                    continue
                archive.writestr(f"lessons/{folder.name}/{name}", data)
                count += name == _ANSWER
    if not count:
        raise LessonError("lesson.nothing_to_hand_in")
    atomic_write(path, packed.getvalue())
    return count


def read_handed_in(path: Path, names: Collection[str]) -> HandedIn:
    """Return what an archive holds of some lessons and pages; what else it holds is passed over.

    Raises:
        LessonError: It is no archive, or holds no answer to any of them.
    """
    try:
        data = read_bytes(path, _MOST_BYTES)
    except OSError as error:
        why = reason(error)
        raise LessonError("lesson.archive_unusable", path=path, reason=why) from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            handed = _read(archive, _UNSEEN.sub("?", path.stem), names)
    except _DAMAGE as error:
        why = Phrase("lesson.archive_damaged")
        raise LessonError("lesson.archive_unusable", path=path, reason=why) from error
    if not handed.answers and not handed.standings:
        why = Phrase("lesson.archive_empty")
        raise LessonError("lesson.archive_unusable", path=path, reason=why)
    return handed


def _read(archive: zipfile.ZipFile, student: str, names: Collection[str]) -> HandedIn:
    answers: dict[str, str] = {}
    standings: dict[str, LessonStanding] = {}
    # Of several folders of a name the one that lies highest counts.
    members = sorted(archive.infolist()[:_MOST_MEMBERS], key=lambda each: each.filename.count("/"))
    for info in members:
        place = PurePosixPath(info.filename.replace("\\", "/"))
        if place.parent.name not in names or info.compress_type not in _METHODS:
            continue
        if info.file_size > MAX_ANSWER_BYTES:
            continue
        if place.name == _ANSWER and place.parent.name not in answers:
            answers[place.parent.name] = _text(archive, info)
        elif place.name == _STANDING and place.parent.name not in standings:
            standings[place.parent.name] = _standing(_text(archive, info))
    return HandedIn(student, answers, standings)


def _text(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    with archive.open(info) as file:
        return file.read(MAX_ANSWER_BYTES).decode("utf-8-sig", "replace")


def _standing(text: str) -> LessonStanding:
    try:
        data = parse_json(text.encode())
    except ValueError:
        return LessonStanding()
    fields = data if isinstance(data, dict) else {}
    return LessonStanding(**fitting(LessonStanding, fields))
