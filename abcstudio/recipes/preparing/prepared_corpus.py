"""A corpus from its steps: read, made, told by a fingerprint, kept in a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from abcstudio.bounded_json import json_bytes, parse_json
from abcstudio.corpus.preparation.preparation import Preparation, preparation_from
from abcstudio.corpus.preparation.preparer import PreparedTunes, Preparer, StepProgress
from abcstudio.corpus.sources import read_parts, read_source
from abcstudio.corpus.training_text import by_weight, training_text
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CorpusError
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes
from abcstudio.learning.checkpoint import text_fingerprint
from abcstudio.messages import reason
from abcstudio.recipes.tune_files import prepare_folder

TRAINING_FILE, VALIDATION_FILE, STEPS_FILE = "training.abc", "validation.abc", "steps.json"
CORPUS_FILES = (TRAINING_FILE, VALIDATION_FILE, STEPS_FILE)
_MOST_BYTES = 1_000_000


def corpus_fingerprint(training: str, validation: str) -> str:
    """Return the fingerprint of what is learned from and what is held out, before any copies."""
    # No text of tunes has the sign between them.
    return text_fingerprint(f"{training}\0{validation}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedCorpus:
    """A corpus that a network can be trained on.

    Attributes:
        steps: What it was made by.
        tunes: Its tunes, with what each step has left.
        training: What the network reads.
        validation: What it is measured by; "" where the training chooses.
        fingerprint: What the record of a training run says of it, too.
    """

    steps: Preparation
    tunes: PreparedTunes
    training: str
    validation: str
    fingerprint: str


def prepared_corpus(
    tunes: tuple[Tune, ...],
    steps: Preparation,
    preparer: Preparer,
    report: Callable[[StepProgress], object] = lambda _progress: None,
) -> PreparedCorpus:
    """Make a corpus of tunes."""
    made = preparer.prepare(tunes, steps, report)
    training = training_text(by_weight(made.training))
    validation = training_text(made.held_out)
    return PreparedCorpus(
        steps=steps,
        tunes=made,
        training=training,
        validation=validation,
        fingerprint=corpus_fingerprint(training, validation),
    )


def prepared_again(
    steps: Preparation,
    box: Path,
    report: Callable[[StepProgress], object] = lambda _progress: None,
) -> PreparedCorpus:
    """Read the source of steps, and make their corpus.

    Args:
        steps: What to do.
        box: The tunes in the box.
        report: Called now and then.

    Raises:
        CorpusError: The source cannot be read.
    """
    source = Path(steps.source) if steps.source else box
    # The sources that the steps name, whatever was combined under their name since.
    encodings = dict(steps.encodings)
    reading = (
        read_parts(steps.parts, source, encodings)
        if steps.parts
        else read_source(source, encodings=encodings)
    )
    tunes = reading.tunes
    return prepared_corpus(tunes, steps, Preparer(), report)


def save_steps(steps: Preparation, path: Path) -> None:
    """Keep steps in a file that people can read.

    Raises:
        OSError: It cannot be written.
    """
    atomic_write(path, json_bytes(steps.data()))


def load_steps(path: Path) -> Preparation:
    """Read what `save_steps` wrote.

    Raises:
        CorpusError: It cannot be read, or holds something else.
    """
    try:
        data = parse_json(read_bytes(path, _MOST_BYTES))
    except OSError as error:
        raise CorpusError("corpus.unreadable", path=path, reason=reason(error)) from error
    except ValueError as error:
        raise CorpusError("preparation.unusable", path=path) from error
    return preparation_from(data, path)


def write_corpus(corpus: PreparedCorpus, folder: Path) -> tuple[Path, ...]:
    """Write a corpus into a folder: its texts as the network reads them, and its steps.

    Returns:
        The files.

    Raises:
        CorpusError: No tune is left.
        UnusableFolderError: It can be none.
        OSError: It cannot be written.
    """
    if not corpus.training:
        raise CorpusError("preparation.nothing_left")
    prepare_folder(folder)
    atomic_write(folder / TRAINING_FILE, corpus.training.encode("utf-8", "surrogateescape"))
    if corpus.validation:
        validation = corpus.validation.encode("utf-8", "surrogateescape")
        atomic_write(folder / VALIDATION_FILE, validation)
    facts = {"fingerprint": corpus.fingerprint, "tunes": len(corpus.tunes.training),
             "held_out": len(corpus.tunes.held_out)}  # fmt: skip
    atomic_write(folder / STEPS_FILE, json_bytes({**corpus.steps.data(), **facts}))
    names = (TRAINING_FILE, *([VALIDATION_FILE] if corpus.validation else []), STEPS_FILE)
    return tuple(folder / name for name in names)
