"""Which lessons' answers make up a training, and what of them is run for it."""

import ast
from collections.abc import Mapping

LESSONS: Mapping[str, str] = {
    "vectorize_string": "12-characters-as-numbers",
    "get_batch": "13-batches",
    "LSTMModel": "15-lstm-model",
    "compute_loss": "17-loss",
    "train_step": "19-train-step",
    "generate_text": "21-generate",
}
"""The lesson of each function that a network is trained with."""

_KEPT = (
    ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign,
    ast.AugAssign,
)  # fmt: skip


def without_trials(code: str) -> ast.Module:
    """Return an answer without what only tries it out: calls, loops and printing between functions.

    Lines keep their numbers.

    Raises:
        SyntaxError: It is no Python.
    """
    kept: list[ast.stmt] = [part for part in ast.parse(code).body if isinstance(part, _KEPT)]
    return ast.Module(kept, [])
