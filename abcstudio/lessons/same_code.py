"""Whether two texts of Python say the same to a computer, whatever they say to people."""

import ast

_TOLD = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def is_same_code(one: str, other: str) -> bool:
    """Return whether two texts differ in comments and docstrings alone."""
    try:
        return _bare(one) == _bare(other)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _bare(code: str) -> str:
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, _TOLD) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]
    return ast.dump(tree)
