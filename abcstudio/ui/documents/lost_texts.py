"""Texts that an earlier session could not save, read from their copies."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from abcstudio.composing.author_records import authors_from
from abcstudio.composing.authors import AuthoredPiece
from abcstudio.composing.history.remembered_take import is_take_key
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.composing.provenance import MixedIn, Provenance
from abcstudio.composing.tune_wishes import TuneWishes
from abcstudio.field_values import Record, String, Values, Whole
from abcstudio.files import read_text_file
from abcstudio.learning.sampling.sampling_config import (
    KnownSampling,
    sampling_data,
    sampling_from,
)
from abcstudio.own_files import DamagedFile, Tell, put_aside, read_own_file
from abcstudio.stopping import stop_if_asked
from abcstudio.ui.documents.editor_text import EditorText
from abcstudio.ui.documents.origins.read_text import MAX_FILE_BYTES
from abcstudio.ui.documents.origins.text_provenance import TakeOrigin

log = logging.getLogger(__name__)

COPY_SUFFIX = ".json"
MAX_COPY_BYTES = 7 * MAX_FILE_BYTES
"""A character of the text can be six of the copy."""

_MAX_NUMBER = 2**31 - 1  # Qt's own integers hold no more.
_ORIGIN: Mapping[str, Values] = {
    "prompt": String(),
    "take": Whole(0, _MAX_NUMBER),
    "takes": Whole(0, _MAX_NUMBER),
}
# What is not known where a take was opened from a file.
_ORIGIN_MAY_HAVE: Mapping[str, Values] = {
    "model_path": String(),
    "fingerprint": String(),
    "wishes": Record(TuneWishes),
    "marks": Record(JuryMarks),
    "mixed": Record(MixedIn),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LostText:
    """A text that an earlier session could not save.

    Attributes:
        path: The file it belongs to, None when it had none.
        copy: The file that holds it here.
        is_kept: Whether the person had marked it as worth keeping.
        is_modified: Whether it was another text than the file's, or than the take's.
        origin: How it was composed, None for what was not.
        place: Its place among the texts of its session.
        take_number: What a take is called by, 0 for what is no take.
        history_key: A take's place in the history, "" for what is not in it.
        saved_at: When the copy was written, in seconds since 1970.
        stands_apart: It was recovered beside an open text of the same file or take.
        made_from: The fingerprint of what its file held when the text was made from that, "" where
            an older version wrote the copy.
        authors: Who wrote which of its characters; nothing where that is not known.
    """

    name: str
    path: Path | None
    text: str
    copy: Path
    is_kept: bool = False
    is_modified: bool = True
    origin: TakeOrigin | None = None
    place: int = 0
    take_number: int = 0
    history_key: str = ""
    saved_at: float = 0.0
    stands_apart: bool = False
    made_from: str = ""
    authors: tuple[AuthoredPiece, ...] = ()

    @property
    def is_in_its_file(self) -> bool:
        """Whether the file that it belongs to holds it already."""
        if self.path is None:
            return False
        try:
            kept = read_text_file(self.path, MAX_FILE_BYTES).text
        except OSError:
            return False
        return EditorText.of(kept).shown == EditorText.of(self.text).shown


@dataclass(frozen=True, slots=True)
class LostTexts:
    """What sessions left behind that no file holds, and copies that cannot be used."""

    texts: tuple[LostText, ...]
    damaged: tuple[DamagedFile, ...]


def read_lost_texts(
    sessions: Sequence[Sequence[Path]], known: Mapping[Path, LostText]
) -> LostTexts:
    """Read the files that sessions left behind, the texts of each in the order that they had.

    Args:
        sessions: The files of each session.
        known: Texts that were read before, by their copies: they are not read again.
    """
    found: list[LostText] = []
    damaged: list[DamagedFile] = []
    for copies in sessions:
        texts = []
        for copy in copies:
            stop_if_asked()
            text = known.get(copy) or _text_of(copy, damaged.append)
            if text is not None:
                texts.append(text)
        found += sorted(texts, key=lambda text: text.place)
    return LostTexts(tuple(found), tuple(damaged))


def _text_of(copy: Path, tell: Tell) -> LostText | None:
    """Return what only a copy holds; any other copy goes."""
    if copy.suffix != COPY_SUFFIX:
        remove_copy(copy)  # Half written when the session ended.
        return None
    text = read_lost_text(copy, tell)
    if text is not None and text.is_in_its_file:
        remove_copy(copy)  # The session ended right after saving.
        return None
    return text


def remove_copy(copy: Path) -> None:
    """Remove a copy that is no longer needed."""
    try:
        copy.unlink(missing_ok=True)
    except OSError as error:
        log.warning("A copy of saved text cannot be removed: %s", error)


def read_lost_text(copy: Path, tell: Tell) -> LostText | None:
    """Read a copy; one that cannot be used is renamed, and `tell` is called with it."""
    data = read_own_file(copy, tell, MAX_COPY_BYTES)
    if data is None:
        return None
    try:
        return _lost_text(copy, data)
    except (KeyError, TypeError, ValueError) as error:
        tell(put_aside(copy, error))
        return None


def origin_data(origin: TakeOrigin | None) -> dict[str, Any] | None:
    """Return where a take came from as plain data."""
    if origin is None:
        return None
    made = origin.made
    path = {} if origin.model_path is None else {"model_path": str(origin.model_path)}
    return {
        **sampling_data(KnownSampling(made.sampling, made.unknown)),
        **{name: getattr(made, name) for name in (*_ORIGIN, "fingerprint")},
        "model_name": made.model,
        **path,
        "wishes": made.wishes.data(),
        **({} if made.marks is None else {"marks": made.marks.data}),
        **({} if made.mixed is None else {"mixed": asdict(made.mixed)}),
    }


def _lost_text(copy: Path, data: dict[str, Any]) -> LostText:
    name, path, text = data["name"], data["path"], data["text"]
    if not isinstance(text, str):
        raise TypeError("text")
    return LostText(
        name=String().accepted(name),
        path=Path(String().accepted(path)) if path else None,
        text=text,
        copy=copy,
        is_kept=data.get("kept") is True,
        is_modified=data.get("modified") is not False,
        origin=origin_from(data.get("origin")),
        place=place if type(place := data.get("place")) is int else 0,
        take_number=_number(data.get("take_number")),
        history_key=key
        if isinstance(key := data.get("take_key"), str) and is_take_key(key)
        else "",
        saved_at=written_at(copy),
        stands_apart=data.get("stands_apart") is True,
        made_from=made if isinstance(made := data.get("made_from"), str) else "",
        authors=authors_from(data.get("authors"), len(EditorText.of(text).shown)) or (),
    )


def written_at(copy: Path) -> float:
    """Return when a copy was written, in seconds since 1970; 0 where it is gone."""
    try:
        return copy.stat().st_mtime
    except OSError:
        return 0.0


def _number(value: Any) -> int:
    return value if type(value) is int and 0 < value <= _MAX_NUMBER else 0


def origin_from(data: Any) -> TakeOrigin | None:
    """Return where a take came from; one with a part missing counts as a text of its own."""
    if not isinstance(data, dict):
        return None
    try:
        model = String().accepted(data["model_name"])
        known = {name: values.accepted(data[name]) for name, values in _ORIGIN.items()}
        for name, values in _ORIGIN_MAY_HAVE.items():
            if name in data:
                known[name] = values.accepted(data[name])
        sampling, unknown = sampling_from(data)
    except (KeyError, ValueError) as error:
        log.info("The origin of a take is passed over: %r", error)
        return None
    path = known.pop("model_path", None)
    known.setdefault("fingerprint", "")
    return TakeOrigin(
        made=Provenance(model=model, sampling=sampling, unknown=unknown, **known),
        model_path=None if path is None else Path(path),
    )
