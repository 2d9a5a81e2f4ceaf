"""Collects every translatable sentence into resources/translations/*.ts and compiles the .qm files.

    python scripts/update_translations.py           # collect, keep what is translated, compile
    python scripts/update_translations.py --add de  # begin another language
    python scripts/update_translations.py --check   # only say what is not translated yet

Qt Linguist edits the .ts files. The engine's sentences (`abcstudio.messages`) are the context
"messages", the window's own under the name of their class. The languages are those that have a
.ts file.
"""

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from abcstudio.messages import ENGLISH, ONE

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
_PREFIX = "abcstudio_"


def languages() -> list[str]:
    return sorted(file.stem.removeprefix(_PREFIX) for file in TRANSLATIONS.glob(f"{_PREFIX}*.ts"))


def collect(language: str) -> Path:
    target = TRANSLATIONS / f"{_PREFIX}{language}.ts"
    target.parent.mkdir(parents=True, exist_ok=True)
    sources = sorted(str(path) for path in (ROOT / "abcstudio").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        messages = Path(folder) / "messages.py"
        texts = (*ENGLISH.values(), *ONE.values())
        lines = [f"QCoreApplication.translate('messages', {text!r})" for text in texts]
        messages.write_text("\n".join(lines), encoding="utf-8")
        _run("lupdate", *sources, messages, "-ts", target, "-target-language", language,
             "-no-obsolete", "-locations", "none")  # fmt: skip
    return target


def compile_translation(source: Path) -> None:
    _run("lrelease", source, "-qm", source.with_suffix(".qm"))


def unfinished(source: Path) -> tuple[int, int]:
    messages = list(ElementTree.parse(source).getroot().iter("message"))
    open_ones = [m for m in messages if m.find("translation[@type='unfinished']") is not None]
    return len(open_ones), len(messages)


def _run(tool: str, *arguments: object) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    command = [str(program), *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing")
    parser.add_argument("--add", metavar="CODE", help="begin another language: de, uk, pt_BR")
    options = parser.parse_args()
    for language in sorted({*languages(), *([options.add] if options.add else [])}):
        source = TRANSLATIONS / f"{_PREFIX}{language}.ts"
        if not options.check:
            compile_translation(collect(language))
        missing, total = unfinished(source)
        print(f"{source.name}: {total - missing} of {total} sentences translated")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
