"""What is said when tunes have been written, and how much it matters."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from abcstudio.ui.words.instrument_names import with_instrument_name
from abcstudio.ui.words.translation import error_sentence, message

if TYPE_CHECKING:
    from abcstudio.recipes.export import ExportResult
    from abcstudio.recipes.tune_files import Remark


class Outcome(NamedTuple):
    """A notice: its words, and its kind as `Notice` has it."""

    words: str
    kind: str


def outcome_of_remarks(remarks: "Sequence[Remark]") -> Outcome:
    """Return what is to be said of a tune that is written, all of it; no words where nothing is."""
    return Outcome(" ".join(map(_sentence, remarks)), _kind(has_loss=_has_loss(remarks)))


def outcome_of_all(results: "Sequence[ExportResult]", folder: Path) -> Outcome:
    """Return what to say of tunes in files of a folder: how many, and of each fault the first."""
    translate = QCoreApplication.translate
    files = sum(len(result.paths) for result in results)
    # The first of each is for languages without plural forms on file, English before all.
    one = translate("SoundDialog", "1 file is written to {0}.")
    many = translate("SoundDialog", "%Ln files are written to {0}.", "", files)
    sentences = [(one if files == 1 else many).format(folder.name)]
    errors = [result.error for result in results if result.error is not None]
    if errors:
        one = translate("SoundDialog", "1 tune could not be written: {0}")
        many = translate("SoundDialog", "%Ln tunes could not be written: {0}", "", len(errors))
        words = one if len(errors) == 1 else many
        sentences.append(words.format(error_sentence(errors[0])))
    remarks = [remark for result in results for remark in result.remarks]
    sentences += [_sentence(remark) for remark in remarks if remark.is_loss][:1]
    lacking = [remark for remark in remarks if not remark.is_loss]
    if len(lacking) == 1:
        sentences.append(_sentence(lacking[0]))
    elif lacking:
        words = translate(
            "SoundDialog", "%Ln tunes have notes that the instrument lacks.", "", len(lacking)
        )
        sentences.append(words)
    return Outcome(" ".join(sentences), _kind(has_loss=bool(errors) or _has_loss(remarks)))


def _sentence(remark: "Remark") -> str:
    words = remark.words
    return message(words.message_id, with_instrument_name(words.parameters))


def _has_loss(remarks: "Iterable[Remark]") -> bool:
    return any(remark.is_loss for remark in remarks)


def _kind(*, has_loss: bool) -> str:
    return "warning" if has_loss else "success"
