"""How much more does the window cost at the start where it speaks Ukrainian?

Starts the program's window in pairs, in English and in Ukrainian, each in a process of its own that
ends at its first paint and says how much processor time it has had. The order of each pair changes.
Prints one JSON object. On a machine without a screen: QT_QPA_PLATFORM=offscreen.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

LIMIT_MS = 20
LANGUAGES = ("en", "uk")
CHILD = """
import os, sys, time
from abcstudio.app import make_application
from abcstudio.settings import Settings
from abcstudio.ui.window.window_host import WindowHost
from abcstudio.ui.words.translators import Translators
app = make_application()
host = WindowHost(Settings(language=sys.argv[1]), Translators(app))
def tell():
    print(time.process_time(), flush=True)
    os._exit(0)
host.window.first_painted.connect(tell)
host.window.show()
app.exec()
"""


def seconds_of(language: str) -> float:
    """Start once in a language, in a home of its own; return the processor time."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "ABCSTUDIO_HOME": home, "SDL_AUDIODRIVER": "dummy"}
        command = [sys.executable, "-c", CHILD, language]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=15)
    pairs = parser.parse_args().pairs
    seen: dict[str, list[float]] = {language: [] for language in LANGUAGES}
    for language in LANGUAGES:
        seconds_of(language)  # The files come from the disk once.
    for pair in range(pairs):
        for language in LANGUAGES if pair % 2 else LANGUAGES[::-1]:
            seen[language].append(1000 * seconds_of(language))
    more = [uk - en for en, uk in zip(seen["en"], seen["uk"], strict=True)]
    median = statistics.median(more)
    passed = median <= LIMIT_MS
    print(
        json.dumps(
            {
                "question": "processor time until the first paint, Ukrainian beside English",
                "pairs": pairs,
                "median_ms": {name: round(statistics.median(ms)) for name, ms in seen.items()},
                "least_ms": {name: round(min(ms)) for name, ms in seen.items()},
                "more_ms": round(median, 1),
                "limit_ms": LIMIT_MS,
                "passed": passed,
            },
            indent=2,
        )
    )
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
