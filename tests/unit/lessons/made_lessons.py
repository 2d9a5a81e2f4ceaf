"""Small lessons for tests."""

from pathlib import Path

CELL = "x = ...  # TODO: five\ndef add(a, b):\n    return ...  # TODO: the sum\n"
UKRAINIAN_CELL = CELL.replace("five", "п’ять").replace("the sum", "сума")
CHECK = """
NAMED = [("x", {"kind": "str"}, "a-text")]
REMARKS = [("~x is decimal", True, "decimal")]

def probe(answer, dice):
    a, b = dice.randint(10, 99), dice.randint(100, 999)
    return {
        "x": lambda: int(answer.x) if isinstance(answer.x, float) else answer.x,
        "~x is decimal": lambda: isinstance(answer.x, float),
        "add": lambda: answer.add(a, b),
    }
"""
MUTANTS = """
RIGHT = [("5", "a + b"), ("2 + 3", "sum((a, b))"), ("5.0", "b + a"),
         "x = 5\\nadd = lambda a, b: b + a\\n", {1: "1 + 4"}]
WRONG = [("minus", {2: "a - b"}), ("times", {2: "a * b"}), ("four", {1: "4"}),
         ("unknown", {2: "a + c"}), ("", {1: "77"})]
"""
ENGLISH = """# Sums

A text of *few* words.

## Hints

1. First.
2. Second,
   on two lines.
3. Third.

## Ideas

- `minus`: This takes away.
- `times`: This multiplies.
- `four`: Four is one less.
- `unknown`: There is no `c`.
- `a-text`: This is a text.
- `decimal`: Right, and decimal.
"""
UKRAINIAN = ENGLISH.replace("This takes away.", "Тут віднято.").replace("# Sums", "# Суми")


def write_lesson(folder: Path, **other: str) -> Path:
    """Write a lesson; other texts replace those of the files: `cell`, `check`, `en`, `cell.uk`."""
    texts = {"cell": CELL, "check": CHECK, "mutants": MUTANTS, "en": ENGLISH, "uk": UKRAINIAN}
    folder.mkdir(parents=True)
    for name, text in {**texts, **other}.items():
        file = f"lesson.{name}.md" if name in ("en", "uk") else f"{name}.py"
        (folder / file).write_text(text, encoding="utf-8")
    return folder
