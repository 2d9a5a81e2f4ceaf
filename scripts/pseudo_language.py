"""Makes a language that nobody speaks: each sentence accented, a third longer, in brackets ⟦ ⟧.

    python scripts/pseudo_language.py FOLDER    # writes abcstudio_qps.ts and .qm into it

What stands on the screen without accents has not been translated; what has no room for this
language will have none for the next one. Placeholders, tags and access keys stay as they are.
"""

import argparse
import re
import sys
from pathlib import Path

from translation_files import PREFIX, Sentence, source_file, write_forms
from update_translations import compile_translation

CODE = "qps"
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÁḂĆĎÉḞĜĤÍĴĶĹḾŃÓṔǪŔŚŤÚṼŴẊÝŹáḃćďéḟĝĥíĵķĺḿńóṕǫŕśťúṽŵẋýź"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(
    r"(\{\{|\}\}|\{[^{}]*\}|%L?n|%L?\d|</?\w+[^<>]*>|&\w+;|&\w|\(\*\.[^)]*\)|`[^`]*`|\n)"
)
_MORE = 1 / 3
_FILLING = "~~~~~ "


def pseudo(text: str) -> str:
    """Return a text in the language: outer blanks, placeholders, tags and marks as they were."""
    body = text.strip()
    if not body:
        return text
    parts = _KEPT.split(body)
    accented = "".join(
        part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts)
    )
    more = max(round(_MORE * len(body)) - 2, 0)  # The brackets are longer already.
    filling = (_FILLING * more)[:more].rstrip()
    start = len(text) - len(text.lstrip())
    return f"{text[:start]}⟦{accented}{filling}⟧{text[start + len(body) :]}"


def write_language(folder: Path) -> Path:
    """Write the language into a folder; return the file that a window loads."""
    target = folder / f"{PREFIX}{CODE}.ts"
    target.write_bytes(source_file("uk").read_bytes())
    write_forms(target, _forms)
    compile_translation(target)
    return target.with_suffix(".qm")


def _forms(sentence: Sentence) -> tuple[str, ...]:
    return (pseudo(sentence.source),) * len(sentence.forms)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    print(write_language(parser.parse_args().folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
