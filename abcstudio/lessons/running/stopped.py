"""Why typed code did not come to its end as it should, in a sentence."""

import errno
import re
from collections.abc import Mapping
from typing import Any

from abcstudio.lessons.running.failures import Failure
from abcstudio.lessons.running.limits import MB, Limits
from abcstudio.lessons.running.outcome import (
    CRASHED,
    ENDED,
    FILES,
    OUTPUT,
    PROCESSES,
    SILENT,
    TIME,
    RunOutcome,
)
from abcstudio.messages import Phrase

_ENDINGS = {
    TIME: "lesson.time",
    OUTPUT: "lesson.output",
    FILES: "lesson.files",
    PROCESSES: "lesson.processes",
    CRASHED: "lesson.crashed",
    SILENT: "lesson.silent",
}
_ERRORS = {
    "SystemExit": "lesson.exit",
    "KeyboardInterrupt": "lesson.exit",
    "EOFError": "lesson.input",
    "TooMuchOutputError": "lesson.output",
    "IndentationError": "lesson.indent",
    "TabError": "lesson.indent",
    "SyntaxError": "lesson.syntax",
    "MissingNameError": "lesson.missing",
    "NameError": "lesson.error_name",
    "UnboundLocalError": "lesson.error_name",
    "TypeError": "lesson.error_type",
    "AttributeError": "lesson.error_attribute",
    "IndexError": "lesson.error_index",
    "KeyError": "lesson.error_key",
    "ZeroDivisionError": "lesson.error_zero",
    "RecursionError": "lesson.error_recursion",
    "MemoryError": "lesson.error_memory",
    "ImportError": "lesson.error_import",
    "ModuleNotFoundError": "lesson.error_import",
}
_WRONG = ("numbers", "pair", "loss", "text", "network")
_SHAPES = (
    "shapes cannot be multiplied", "must match the size", "invalid for input of size",
    "size mismatch", "Expected input batch_size", "shape '", "input.size(-1) must be",
)  # fmt: skip
_MEMORY = ("not enough memory", "can't allocate memory", "bad_alloc")
_EMPTY_GAP = re.compile(r"(?:[^#]*(?:=|\breturn))?\s*#\s*TODO")
_LONGEST_DETAIL = 200


def stopped(outcome: RunOutcome, limits: Limits | None = None) -> Phrase | None:
    """Return why an answer cannot even be judged, None where it can."""
    limits = limits or Limits()
    if outcome.ending != ENDED:
        return Phrase(_ENDINGS[outcome.ending], {**_sizes(limits), **place_words(outcome.line)})
    if outcome.failure is not None:
        return failed(outcome.failure, limits)
    if outcome.changed:
        return Phrase("lesson.changed", {"name": outcome.changed})
    if outcome.refused:
        return Phrase(f"lesson.act_{outcome.refused}", place_words(None))
    if outcome.threads > 0:
        return Phrase("lesson.threads")
    return None


def failed(failure: Failure, limits: Limits | None = None) -> Phrase:
    """Return an error of typed code in a sentence."""
    sizes = _sizes(limits or Limits())
    words = str(failure.get("words", ""))[:_LONGEST_DETAIL]
    filling = {
        **sizes,
        **place_words(failure.get("line")),
        "detail": " ".join(words.split()),
        "error": str(failure.get("error", "")),
        "name": str(failure.get("name", "")),
    }
    return Phrase(_message_of(failure, words), filling)


def _message_of(failure: Failure, words: str) -> str:
    error = str(failure.get("error", ""))
    if "act" in failure:
        return f"lesson.act_{failure['act']}"
    if _is_todo(error, failure, words):
        return "lesson.todo"
    if error == "OSError" and failure.get("errno") == errno.EFBIG:
        return "lesson.file_long"
    if error == "ValueError" and "closed file" in words:
        return "lesson.closed"
    if error == "WrongAnswerError" and words in _WRONG:
        return f"lesson.own_{words}"
    if error in ("RuntimeError", "MemoryError") and any(sign in words for sign in _MEMORY):
        return "lesson.error_memory"
    if error in ("RuntimeError", "ValueError") and any(sign in words for sign in _SHAPES):
        return "lesson.error_shapes"
    return _ERRORS.get(error, "lesson.error_other")


def _is_todo(error: str, failure: Failure, words: str) -> bool:
    """Return whether a gap of the cell was left as it was, or emptied."""
    is_empty = error == "SyntaxError" and bool(_EMPTY_GAP.match(str(failure.get("text", ""))))
    return is_empty or (error in ("TypeError", "AttributeError") and "ellipsis" in words.lower())


def place_words(line: object) -> Mapping[str, Any]:
    """Return what a sentence says of the place that is meant."""
    if isinstance(line, int):
        return {"place": Phrase("lesson.line", {"line": line})}
    return {"place": Phrase("lesson.somewhere")}


def _sizes(limits: Limits) -> dict[str, Any]:
    return {
        "seconds": f"{limits.seconds:g}",
        "memory": limits.memory_bytes // MB,
        "file": limits.file_bytes // MB,
        "folder": limits.folder_bytes // MB,
    }
