"""A report put together: the text of its language, with what was found in its places."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import abcstudio
from abcstudio.reports.chapters.data import write_data, write_model
from abcstudio.reports.chapters.exercises import write_first_steps, write_learning
from abcstudio.reports.chapters.pen import Pen
from abcstudio.reports.chapters.questions import write_questions, write_tunes
from abcstudio.reports.chapters.training import write_training
from abcstudio.reports.chapters.variants import write_variants
from abcstudio.reports.content import Heading, OwnBox, Report
from abcstudio.reports.material import Material
from abcstudio.reports.template import Template, TemplatePlace
from abcstudio.stopping import stop_if_asked


def assemble(material: Material, words: Template, fonts: Path) -> Report:
    """Return a whole report.

    Args:
        material: What was found, and what the person has said.
        words: The text of its language.
        fonts: The folder of the typeface that pictures are lettered with.
    """
    pen = Pen(words, fonts)
    title = ""
    for part in words.parts:
        stop_if_asked()
        if isinstance(part, TemplatePlace):
            _CHAPTERS[part.name](pen, material)
        elif isinstance(part, OwnBox):
            said = str(getattr(material.words, part.name))
            pen.add(replace(part, text=said.strip()))
        else:
            if isinstance(part, Heading) and part.level == 0:
                title = part.text
            pen.add(part)
    return Report(
        title=title,
        author=material.words.author,
        language=words.language,
        empty_words=words.word("empty"),
        blocks=tuple(pen.blocks),
    )


def _write_about(pen: Pen, material: Material) -> None:
    words = material.words
    if words.author:
        pen.say("author", name=words.author)
    if words.group:
        pen.say("group", name=words.group)
    pen.say("date", date=pen.numbers.date(material.made))


def _write_proofs(pen: Pen, material: Material) -> None:
    pen.say("proofs")
    rows = [
        (run.summary.name, name, digest)
        for run in material.runs
        for name, digest in run.digests.items()
    ]
    if rows:
        pen.table(pen.words.word("digests"), pen.named("run", "file", "digest"), rows)
    pen.say("made_with", version=abcstudio.__version__)


_CHAPTERS: Mapping[str, Callable[[Pen, Material], None]] = {
    "about": _write_about,
    "first_steps": write_first_steps,
    "questions": write_questions,
    "data": write_data,
    "model": write_model,
    "training": write_training,
    "tunes": write_tunes,
    "variants": write_variants,
    "proofs": _write_proofs,
    "learning": write_learning,
}
