"""How good are the tunes that a model writes? Are they well formed, and do they end?

Draws takes and prints one JSON object: of the model's takes, and of real tunes as the yardstick
(`--tunes`, for example the validation.abc of the model's run).

    python benchmarks/model_quality.py --takes 200 --tunes RUN/validation.abc
"""

import argparse
import json
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from abcstudio.files import read_text_file
from abcstudio.notation.diagnostics import Severity
from abcstudio.notation.measures import split_measures
from abcstudio.notation.parser import parse
from abcstudio.notation.score import BarLine, LineBreak, Score
from abcstudio.paths import bundled_model
from abcstudio.recipes.compose import ComposeRequest, compose

MAX_CHARS = 800
WRONG_MEASURE = frozenset({"measure-short", "measure-long"})
BAR_WARNING = re.compile(r"^Warning in line-char .*\b[Bb]ar\b.*\b(units|length|beats)", re.M)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=bundled_model())
    parser.add_argument("--takes", type=int, default=200)
    parser.add_argument("--prompt", default="X:1\\n", help="\\n stands for the end of a line")
    parser.add_argument("--temperature", type=float, default=0.8)
    parser.add_argument("--rng-seed", type=int, default=0)
    parser.add_argument("--tunes", type=Path, help="real tunes to measure beside it")
    arguments = parser.parse_args()
    request = ComposeRequest(
        arguments.model,
        arguments.prompt.replace("\\n", "\n"),
        arguments.temperature,
        MAX_CHARS,
        arguments.rng_seed,
        arguments.takes,
        repetition_guard=False,
    )
    result = compose(request, lambda report: None, lambda: False)
    texts = [take.text for take in result.takes]
    is_whole = [len(take.raw) < len(request.prompt) + MAX_CHARS for take in result.takes]
    figures: dict[str, object] = {
        "model": quality(texts, is_whole),
        "chars_per_second": round(result.chars_per_second),
    }
    if arguments.tunes:
        blocks = read_text_file(arguments.tunes).text.split("\n\n")
        real = [block for block in blocks if block.strip()][: arguments.takes]
        figures["real"] = quality(real, [True] * len(real))
    print(json.dumps(figures, indent=2))


def quality(texts: Sequence[str], is_whole: Sequence[bool]) -> dict[str, object]:
    """Return the shares, in per cent; `is_whole` says which texts came to their own end."""
    scores = [parse(text) for text in texts]
    errors = Counter(
        code
        for score in scores
        for code in {d.code for d in score.diagnostics if d.severity is Severity.ERROR}
    )
    clean = sum(not any(d.severity is Severity.ERROR for d in s.diagnostics) for s in scores)
    measures = sum(len(split_measures(s.voices[0], s.meter)) for s in scores)
    wrong = [sum(d.code in WRONG_MEASURE for d in score.diagnostics) for score in scores]
    ends = sum(whole and ends_properly(s) for s, whole in zip(scores, is_whole, strict=True))
    return {
        "tunes": len(texts),
        "without_error": percent(clean, len(texts)),
        "measures_full": percent(measures - sum(wrong), measures),
        "every_measure_full": percent(wrong.count(0), len(texts)),
        "ends_properly": percent(ends, len(texts)),
        "errors": dict(errors.most_common(8)),
        **abc2midi_figures(texts),
    }


def ends_properly(score: Score) -> bool:
    """Whether the last thing in the music is a final bar line or the end of a repeat."""
    elements = score.voices[0].elements
    sounding = [element for element in elements if not isinstance(element, LineBreak)]
    last = sounding[-1] if sounding else None
    return isinstance(last, BarLine) and (last.style == "thin-thick" or last.closes_repeat > 0)


def abc2midi_figures(texts: Sequence[str]) -> dict[str, object]:
    """Return what Debian's abc2midi says, where it is installed."""
    checker = shutil.which("abc2midi")
    if checker is None:
        return {}
    without_error = every_measure = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "take.abc"
        for text in texts:
            path.write_text(text + "\n", encoding="utf-8")
            run = subprocess.run([checker, str(path), "-c"], capture_output=True, check=False)
            output = run.stdout.decode("utf-8", "replace")
            without_error += not re.search(r"^Error in line-char", output, re.M)
            every_measure += not BAR_WARNING.search(output) and "Error" not in output
    return {
        "without_error_abc2midi": percent(without_error, len(texts)),
        "every_measure_full_abc2midi": percent(every_measure, len(texts)),
    }


def percent(count: int, of: int) -> float:
    """Return a share in per cent."""
    return round(100.0 * count / max(1, of), 1)


if __name__ == "__main__":
    main()
