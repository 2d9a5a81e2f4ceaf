"""Collects every translatable sentence into resources/translations/*.ts and compiles the .qm files.

    python scripts/update_translations.py           # collect, keep what is translated, compile
    python scripts/update_translations.py --add de  # begin another language
    python scripts/update_translations.py --check   # change nothing; exit 1 where anything is amiss
    python scripts/update_translations.py --figures # change nothing; say how much is translated

Qt Linguist edits the .ts files. The engine's sentences (`abcstudio.messages`) are the context
"messages", with their id as the comment; the window's own stand under the name of their class.
The languages are those that have a .ts file. That of English holds plural forms only.

The check finds sentences that cannot be translated whole, are new, not translated, or no longer
said; placeholders, marks and access keys that differ; Ukrainian that keeps to neither its spelling
nor the glossary, or stayed English; .qm files that are not what their .ts file makes; and pages of
the help that are of another shape than the English ones, behind them, or have other names than the
window.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from code_sentence_faults import code_faults
from collected_sentences import MESSAGES, as_calls, collected
from glossary_faults import glossary_faults
from help_translations import HELP, names_of, page_faults
from translation_faults import faults, listed, state_faults
from translation_files import TRANSLATIONS, languages, read_sentences, source_file
from ukrainian_faults import ACCESS_LETTERS, ukrainian_faults

ENGLISH, UKRAINIAN = "en", "uk"
_ALWAYS = ("-no-obsolete", "-sort-messages", "-locations", "none",
           "-disable-heuristic", "sametext", "-disable-heuristic", "similartext")  # fmt: skip


def collect(language: str, folder: Path = TRANSLATIONS) -> Path:
    """Bring the file of a language up to what the code says; what is translated stays."""
    target = source_file(language, folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    sentences = collected()
    own: tuple[str, ...] = ()
    if language == ENGLISH:
        # The engine's sentences have their plurals in `abcstudio.messages`.
        sentences = [each for each in sentences if each.is_counted and each.context != MESSAGES]
        own = ("-pluralonly",)
    with tempfile.TemporaryDirectory() as place:
        calls = Path(place) / "sentences.py"
        calls.write_text(as_calls(sentences), encoding="utf-8")
        _run("lupdate", calls, "-ts", target, "-target-language", language, *_ALWAYS, *own)
    return target


def compile_translation(source: Path, target: Path | None = None) -> None:
    """Write the file that the window loads."""
    _run("lrelease", source, "-qm", target or source.with_suffix(".qm"))


def amiss(language: str, folder: Path = TRANSLATIONS) -> Iterator[str]:
    """Yield what is wrong with the translation of a language, a line each."""
    source = source_file(language, folder)
    sentences = read_sentences(source)
    yield from state_faults(sentences)
    is_ukrainian = language == UKRAINIAN
    yield from faults(sentences, access_letters=ACCESS_LETTERS if is_ukrainian else "")
    if is_ukrainian:
        spoken = [each for each in sentences if each.is_spoken]
        yield from ukrainian_faults(spoken)
        yield from glossary_faults(spoken)
    yield from _stale(source, language)
    if (HELP / language).is_dir():
        yield from page_faults(HELP / language, names_of(language))


def _stale(source: Path, language: str) -> Iterator[str]:
    """Yield whether the code says anything else, and whether the compiled file is an old one."""
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place) / source.name
        shutil.copy(source, fresh)
        collect(language, fresh.parent)
        if fresh.read_bytes() != source.read_bytes():
            old = {each.key for each in read_sentences(source)}
            for sentence in read_sentences(fresh):
                if sentence.key not in old:
                    yield f"{sentence.name}: new"
            yield f"{source.name} is not as the code has it: run scripts/update_translations.py"
        compiled = source.with_suffix(".qm")
        compile_translation(source, fresh.with_suffix(".qm"))
        if not compiled.is_file() or compiled.read_bytes() != fresh.with_suffix(".qm").read_bytes():
            yield f"{compiled.name} is not compiled from {source.name}"


def completeness(source: Path) -> tuple[int, int]:
    """Return how many sentences of a file are translated, and how many there are."""
    sentences = read_sentences(source)
    return sum(sentence.is_done for sentence in sentences), len(sentences)


def _run(tool: str, *arguments: object) -> None:
    import PySide6

    # What `pyside6-lupdate` calls; that script is not beside every Python.
    program = Path(PySide6.__file__).with_name(tool)
    command = [str(program), *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 for any fault")
    parser.add_argument("--figures", action="store_true", help="say how much is translated")
    parser.add_argument("--add", metavar="CODE", help="begin another language: de, uk, pt_BR")
    options = parser.parse_args()
    found = 0
    for language in sorted({*languages(), *([options.add] if options.add else [])}):
        source = source_file(language)
        if not (options.check or options.figures):
            compile_translation(collect(language))
        done, total = completeness(source)
        print(f"{source.name}: {done} of {total} sentences translated ({done / max(total, 1):.1%})")
        if options.check:
            found += listed(amiss(language), print)
    if options.check:
        found += listed(code_faults(), print)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
