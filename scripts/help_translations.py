"""What is amiss with the help in other languages, and notes of what it is the translation of.

    python scripts/help_translations.py                   # what is amiss; exit 1 for anything
    python scripts/help_translations.py --read keys.md …  # these say what the English ones say now
    python scripts/help_translations.py --read all

A page has the topics, headings, links, code, keys, rows, items and paragraphs of the English one,
and the names that the window has. `translated.json` beside the pages keeps a hash of each English
page as it was translated. A page whose English text has changed is behind, until somebody has read
both and says so with `--read`.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from translation_files import languages, read_sentences, source_file

HELP = Path(__file__).resolve().parents[1] / "resources" / "help"
NOTES = "translated.json"
# Names of keys as each language has them.
KEYS = {"Return": "Enter", "Left": "Вліво", "Right": "Вправо", "Up": "Вгору", "Down": "Вниз",
        "Space": "Пробіл"}  # fmt: skip
_DIGITS = 16
_CODE = re.compile(r"(`+)(.+?)\1")
_NAMED = re.compile(r"(?<![*\w])\*{1,2}([^*\n]+?)\*{1,2}(?![*\w])")
_ACCESS = re.compile(r"\(&.\)|&")
# Words of the window that are meant otherwise: the edition, a kind of fault.
_OTHERS = ("Studio", "Variants")

Names = Mapping[str, Set[str]]
"""What the window calls something, by its English name: plain, in small letters."""


def fingerprint(page: Path) -> str:
    """Return what tells a page's text from any other."""
    text = page.read_text(encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def shape(text: str) -> dict[str, object]:
    """Return what a translation keeps: headings, links, code, keys, rows, items, paragraphs."""
    return {
        "headings": [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)],
        "links": Counter(re.findall(r"\]\(([^)]*)\)", text)),
        "code": Counter(KEYS.get(code, code) for _, code in _CODE.findall(text)),
        "filled in": Counter(re.findall(r"\{\w+:[^{}]*\}", text)),
        "rows": len(re.findall(r"^\|", text, re.MULTILINE)),
        "items": len(re.findall(r"^(?:[-*]|\d+\.) ", text, re.MULTILINE)),
        "paragraphs": len(re.split(r"\n\s*\n", text.strip())),
    }


def names_of(language: str) -> Names:
    """Return what the window calls things in a language."""
    found = defaultdict[str, set[str]](set)
    for sentence in read_sentences(source_file(language)):
        found[_plain(sentence.source)].update(map(_plain, sentence.forms))
    return found


def other_names(english: str, translated: str, names: Names) -> Iterator[str]:
    """Yield the names in a page that the window has, and its translation calls otherwise."""
    said = {_plain(name) for name in _NAMED.findall(translated)}
    for name in sorted(set(_NAMED.findall(english)) - set(_OTHERS)):
        # What begins with a small letter is a word that is stressed.
        known = names.get(_plain(name)) if name[0].isupper() else None
        if known and not known & said:
            yield f"{name}: {' or '.join(sorted(known))}"


def _plain(name: str) -> str:
    return _ACCESS.sub("", name).rstrip("….").strip().casefold()


def page_faults(translated: Path, names: Names) -> Iterator[str]:
    """Yield what is amiss with the pages of a language, a line each."""
    for topic in behind(translated):
        yield f"{topic} is behind the English page"
    pages = {page.name: page for page in translated.glob("*.md")}
    for page in sorted(translated.parent.glob("*.md")):
        if page.name not in pages:
            yield f"{page.name} is not there"
            continue
        english = page.read_text(encoding="utf-8")
        text = pages[page.name].read_text(encoding="utf-8")
        there, here = shape(english), shape(text)
        yield from (f"{page.name}: other {part}" for part in there if there[part] != here[part])
        yield from (f"{page.name}: {each}" for each in other_names(english, text, names))


def behind(translated: Path) -> Iterator[str]:
    """Yield the topics of a language's folder whose English page has changed since."""
    path = translated / NOTES
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for page in sorted(translated.parent.glob("*.md")):
        if known.get(page.name) != fingerprint(page):
            yield page.name


def note_read(translated: Path, topics: list[str]) -> None:
    """Note that pages of a language say what the English ones say now."""
    path = translated / NOTES
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    pages = {page.name: page for page in translated.parent.glob("*.md")}
    chosen = pages if topics == ["all"] else {topic: pages[topic] for topic in topics}
    known |= {topic: fingerprint(page) for topic, page in chosen.items()}
    kept = {topic: known[topic] for topic in sorted(known) if topic in pages}
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--read", nargs="+", default=[], metavar="TOPIC")
    options = parser.parse_args()
    found = 0
    for language in languages():
        translated = HELP / language
        if not translated.is_dir():
            continue
        if options.read:
            note_read(translated, options.read)
        for fault in page_faults(translated, names_of(language)):
            print(f"{language}/{fault}")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
