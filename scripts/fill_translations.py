"""Fills a file of translations from JSON that people without Qt Linguist have written.

    python scripts/fill_translations.py uk window.json messages.json   # keeps what is translated
    python scripts/fill_translations.py uk --replace window.json       # writes over it

A JSON file is a list of objects: `{"context", "source", "uk"}` for a sentence of the window,
`{"id", "uk"}` for one of the engine; `"uk"` (the code of the language) is a text, or a list of
texts, one a plural form. A `"source"` beside an `"id"` must be the English of today, or the row
is passed over. Afterwards all is collected and compiled.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from collected_sentences import MESSAGES
from translation_faults import listed
from translation_files import Sentence, read_sentences, write_forms
from update_translations import collect, compile_translation, completeness

from abcstudio.messages import ENGLISH

_BREAKS_BEFORE = re.compile(r" (?=[—%](?!\w))")
Key = tuple[str, str, str]


def rows(paths: Iterable[Path], language: str) -> tuple[dict[Key, tuple[str, ...]], list[str]]:
    """Return the forms by sentence, and what is odd about rows that are passed over."""
    found: dict[Key, tuple[str, ...]] = {}
    odd: list[str] = []
    for path in paths:
        for row in json.loads(path.read_text(encoding="utf-8")):
            key, fault = _key(row)
            words = row.get(language)
            if fault or not words:
                odd.append(f"{path.name}: {fault or 'no translation'}: {row}")
                continue
            forms = (words,) if isinstance(words, str) else tuple(words)
            found[key] = tuple(_BREAKS_BEFORE.sub("\u00a0", form) for form in forms)
    return found, odd


def _key(row: dict[str, Any]) -> tuple[Key, str]:
    """Return what a row is found by, and what is wrong with it."""
    if "id" not in row:
        return (row["context"], row["source"], row.get("comment", "")), ""
    english = ENGLISH.get(row["id"], "")
    fault = "" if english else "no such message"
    if english and row.get("source", english) != english:
        fault = "the English has changed"
    return (MESSAGES, english, row["id"]), fault


def fill(path: Path, found: dict[Key, tuple[str, ...]], *, replace: bool) -> list[str]:
    """Put forms into a file of translations; returns what does not fit."""
    odd: list[str] = []
    sentences = read_sentences(path)
    known = {sentence.key for sentence in sentences}
    odd.extend(f"the code does not say {key}" for key in found if key not in known)
    wanted = {sentence.key: _form_count(sentence) for sentence in sentences}

    def forms_of(sentence: Sentence) -> tuple[str, ...]:
        forms = found.get(sentence.key, ())
        if not forms or (sentence.is_done and not replace):
            return ()
        if len(forms) == 1:
            # A text that no number bends is the same in each form.
            forms *= wanted[sentence.key]
        if len(forms) != wanted[sentence.key]:
            odd.append(f"{sentence.name}: {wanted[sentence.key]} forms are wanted: {forms}")
            return ()
        return forms

    write_forms(path, forms_of)
    return odd


def _form_count(sentence: Sentence) -> int:
    """Return how many forms a sentence has; `lupdate` has written an empty one for each."""
    return len(sentence.forms) if sentence.is_counted else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("language")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--replace", action="store_true", help="write over what is translated")
    options = parser.parse_args()
    source = collect(options.language)
    found, odd = rows(options.files, options.language)
    odd.extend(fill(source, found, replace=options.replace))
    compile_translation(collect(options.language))
    listed(odd, print)
    done, total = completeness(source)
    print(f"{source.name}: {done} of {total} sentences translated")
    return 1 if odd else 0


if __name__ == "__main__":
    sys.exit(main())
