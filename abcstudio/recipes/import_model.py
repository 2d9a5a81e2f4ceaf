"""Taking a model in: one of this program, or the weights that the lab's notebook has kept."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.given_text import read_given_text
from abcstudio.errors import ModelFileError
from abcstudio.files import atomic_write, free_path
from abcstudio.guarded_files import RefusedFileError, is_folder, open_regular, read_bytes
from abcstudio.learning.checkpoint import MAX_NAME, CorpusInfo, text_fingerprint
from abcstudio.messages import reason
from abcstudio.recipes.models import model_file
from abcstudio.runs.run_folder import RunFolder

OWN_SUFFIX = ".safetensors"
LAB_SUFFIXES = frozenset({".pt", ".pth"})

_START_BYTES = 256
# The pickled number that files of torch before 1.6 begin with.
_OLD_TORCH = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
MAX_MODEL_BYTES = 2_000_000_000
"""Four times what the largest network of the training form has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportModelRequest:
    """What to take in.

    Attributes:
        source: A model of this program, the folder of a run, or a file of the lab's weights.
        folder: The new model goes here, named so that it replaces no other one.
        target: The new model's file, which must be new, instead of a free name in the folder.
        name: Of the new model; the file's own name, or that of its file, if empty.
        corpus: The lab's weights only: the texts that the network was trained on.
        vocabulary: Or a text with each of its characters once, in the order of their numbers.
    """

    source: Path
    folder: Path = Path()
    target: Path | None = None
    name: str = ""
    corpus: tuple[Path, ...] = ()
    vocabulary: Path | None = None


def is_model(path: Path) -> bool:
    """Return whether a file is a model: by its name, or, without one that says so, by its start.

    The lab's notebook keeps its weights as `my_ckpt`, without an ending. The folder of a run is
    its model.
    """
    if is_folder(path):
        return RunFolder(path).has_facts
    suffix = path.suffix.lower()
    if suffix in LAB_SUFFIXES or suffix == OWN_SUFFIX:
        return True
    if suffix and suffix != ".ckpt":
        return False
    try:
        return _starts_as_torch_writes(path)
    except OSError:
        return False


def _starts_as_torch_writes(path: Path) -> bool:
    with open_regular(path) as file:
        start = file.read(_START_BYTES)
    return (start.startswith(b"PK") and b"/data.pkl" in start) or start.startswith(_OLD_TORCH)


def is_of_the_lab(path: Path) -> bool:
    """Return whether a file must be one of the lab's weights; all others it keeps are ours."""
    return path.suffix.lower() != OWN_SUFFIX


def import_model(request: ImportModelRequest) -> Path:
    """Check a model, write it where this program finds it and return that file.

    Raises:
        ModelFileError: It is no model, the run has kept none, the texts are not those that it was
            trained on, or the target is there already.
        TextFileError: One of the texts cannot be read, is no text, or is empty.
        OSError: The model cannot be written.
    """
    given = Path(request.source)
    source = model_file(given)
    _check_is_file(source)
    # All best networks of runs have one name.
    stem = given.stem if source == given else given.resolve().name
    target = request.target or free_path(request.folder, stem, OWN_SUFFIX)
    if target.exists() and not target.is_dir():
        raise ModelFileError("model.target_in_use", path=target)
    if is_of_the_lab(source):
        _import_of_the_lab(request, target)
    else:
        _copy(source, target)
    return target


def _check_is_file(path: Path) -> None:
    """Say that something is no model file before its texts are asked for."""
    try:
        open_regular(path).close()
    except RefusedFileError as error:
        raise ModelFileError("model.no_file", path=path, reason=reason(error)) from error
    except FileNotFoundError:
        raise ModelFileError("model.not_found", path=path) from None
    except OSError as error:
        raise ModelFileError("model.unreadable", path=path, reason=reason(error)) from error


def _copy(source: Path, target: Path) -> None:
    from abcstudio.learning.checkpoint import load_weights

    try:
        fingerprint = load_weights(source).fingerprint
    except ModelFileError as error:
        # Its sentence sends the weights of the lab here.
        raise _no_model(source) if error.message_id == "model.not_a_model" else error from None
    data = read_bytes(source, MAX_MODEL_BYTES)
    if not hashlib.sha256(data).hexdigest().startswith(fingerprint):
        raise ModelFileError("model.damaged", path=source, detail="it changes while it is read")
    atomic_write(target, data)


def _import_of_the_lab(request: ImportModelRequest, target: Path) -> None:
    from abcstudio.learning.lab_import import import_lab_model

    source = Path(request.source)
    corpus = CorpusInfo()
    if request.vocabulary is not None:
        characters = _listed_characters(request.vocabulary)
    elif request.corpus:
        text = "".join(_as_the_lab_reads(path) for path in request.corpus)
        characters = "".join(sorted(set(text)))
        name = request.corpus[0].name[:MAX_NAME]
        corpus = CorpusInfo(name, text_fingerprint(text), 0, len(text))
    elif _starts_as_torch_writes(source):
        raise ModelFileError("model.lab_no_corpus", path=source)
    else:
        raise _no_model(source)
    name = (request.name or source.stem)[:MAX_NAME]
    import_lab_model(source, characters, target=target, name=name, corpus=corpus)


def _no_model(path: Path) -> ModelFileError:
    with open_regular(path) as file:
        is_text = b"\0" not in file.read(_START_BYTES)
    kind = "model.text_to_import" if is_text else "model.nothing_to_import"
    return ModelFileError(kind, path=path)


def _as_the_lab_reads(path: Path) -> str:
    """Return a text as Python's `open(path, encoding="utf-8").read()` gives it."""
    file = read_given_text(path).file
    mark = "\N{ZERO WIDTH NO-BREAK SPACE}" if file.byte_order_mark else ""
    return mark + file.text.replace("\r\n", "\n").replace("\r", "\n")


def _listed_characters(path: Path) -> str:
    """Return the characters of a list; the line break that an editor adds at the end is none."""
    text = _as_the_lab_reads(path)
    if text.endswith("\n") and "\n" in text[:-1]:
        text = text[:-1]
    twice = sorted({character for character in text if text.count(character) > 1})
    if twice:
        shown = " ".join(ascii(character)[1:-1] for character in twice[:20])
        raise ModelFileError("model.lab_repeats", path=path, characters=shown)
    return text
