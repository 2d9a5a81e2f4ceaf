"""The text of a report in a language: what is always said, and the words that code fills in.

`report.<language>.md` has headings, paragraphs, lists, and lines that begin with a colon: `:put
name` is where something made of lessons and runs goes, `:box name Title` begins the questions of a
box, which stand under it as a list. `words.<language>.json` holds single words and sentences with
places in braces.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from abcstudio.bounded_json import parse_json
from abcstudio.guarded_files import read_bytes
from abcstudio.reports.content import Bullets, Heading, Line, OwnBox, Paragraph, StyledText, spans

_MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class TemplatePlace:
    """Where something that is made of lessons and runs goes."""

    name: str


Part = Heading | Paragraph | Bullets | OwnBox | TemplatePlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """What a report says in a language.

    Attributes:
        language: "en" or "uk".
        parts: The text in order.
        words: By their ids.
    """

    language: str
    parts: tuple[Part, ...]
    words: Mapping[str, str]

    def word(self, name: str, /, **filling: object) -> str:
        """Return a word or a sentence, its places filled."""
        return self.words[name].format(**filling)

    def line(self, name: str, /, **filling: object) -> Line:
        """Return a sentence by its marks; what fills it has none."""
        return tuple(
            StyledText(span.text.format(**filling), span.style) for span in spans(self.words[name])
        )

    def has(self, name: str) -> bool:
        """Return whether there is a word of that id."""
        return name in self.words


def read_template(folder: Path, language: str) -> Template:
    """Read the text of reports in a language.

    Raises:
        OSError: A file cannot be read.
        ValueError: It holds something else.
    """
    text = read_bytes(folder / f"report.{language}.md", _MOST_BYTES).decode()
    words = parse_json(read_bytes(folder / f"words.{language}.json", _MOST_BYTES))
    if not isinstance(words, dict):
        raise ValueError("no words")
    parts = tuple(_part(block) for block in text.split("\n\n") if block.strip())
    return Template(language=language, parts=parts, words=words)


def _part(block: str) -> Part:
    first, *rest = block.strip().split("\n")
    if first.startswith("#"):
        sign, _, words = first.partition(" ")
        return Heading(words.strip(), len(sign) - 1)
    if first.startswith(":put "):
        return TemplatePlace(first.removeprefix(":put ").strip())
    if first.startswith(":box "):
        name, _, title = first.removeprefix(":box ").partition(" ")
        return OwnBox(name, title.strip(), tuple(_points(rest)))
    if first.startswith("- "):
        return Bullets(tuple(spans(point) for point in _points([first, *rest])))
    return Paragraph(spans(" ".join([first, *rest])))


def _points(lines: list[str]) -> list[str]:
    points: list[str] = []
    for line in lines:
        if line.startswith("- "):
            points.append(line[2:].strip())
        elif points:
            points[-1] += " " + line.strip()
    return points
