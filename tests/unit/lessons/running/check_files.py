"""Checks for tests of the runner."""

from pathlib import Path

from abcstudio.lessons.running.outcome import CheckTask

CHECK = """
def probe(answer, dice):
    number = dice.randint(2, 10**6)
    return {"x": lambda: answer.x, "twice": lambda: answer.twice(number), "number": number}
"""
RIGHT = "x = 1\ndef twice(n):\n    return 2 * n\n"


def check_task(folder: Path, source: str = CHECK, *codes: str) -> CheckTask:
    """Write a check; return the task of it, by default with one right answer."""
    path = folder / "check.py"
    path.write_text(source, encoding="utf-8")
    return CheckTask(path, codes or (RIGHT,))
