"""Does reading, playing or drawing a tune ever open a file, start a program or use the network?

Tunes that ask for it in every way that ABC programs know (included and format files, PostScript,
SVG and JavaScript blocks, sounds, paths that climb out of folders) go through the reader, the
performer, the writers of MIDI, MEI and MusicXML, the highlighter and the transposition, while an
audit hook of Python notes what is asked of the system. Prints one JSON object; the exit code is 0
when nothing was asked.

    python benchmarks/reliability/abc_authority.py
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from abc_checks import examine

WATCHED = ("open", "os.", "subprocess.", "socket.", "shutil.", "glob.", "tempfile.", "ctypes.",
           "import", "exec", "compile", "urllib.", "http.", "ftplib.", "webbrowser.", "pathlib.",
           "sqlite3.", "winreg.", "fcntl.", "mmap.", "signal.")  # fmt: skip
"""The audit events that mean more than computing."""

PATHS = [
    "/etc/passwd", "../../../../etc/passwd", "~/.ssh/id_rsa", "$HOME/.netrc", "%USERPROFILE%\\x",
    "file:///etc/passwd", "http://localhost/x.abc", "\\\\host\\share\\x", "C:\\boot.ini",
    "/dev/zero", "|id", "`id`", "$(id)", ";id", "x.fmt\x00.abc", "CON", "../" * 40 + "x",
    "sound.sf2", "/proc/self/mem",
]  # fmt: skip
DIRECTIVES = [
    "%%abc-include {}", "%%format {}", "I:abc-include {}", "I:format {}", "%%EPS {}", "%%eps {}",
    "%%ps (%s) run", "%%postscript /x ({}) (r) file", "%%beginps\n({}) run\n%%endps",
    '%%beginsvg\n<image href="{}"/>\n%%endsvg', "%%beginjs\nfetch('{}')\n%%endjs",
    "%%js load('{}')",
    "%%svg <script>open('{}')</script>", "%%MIDI soundfont {}", "%%soundfont {}", "%%abcm2ps {}",
    "%%font {}", "%%titlefont {} 20", "%%setfont-1 {} 12", "%%map x {}", "%%load {}", "F:{}",
    "%%begintext\n{}\n%%endtext", "%%deco x 0 ({}) 1 1 1", "%%grid2 {}", "%%tune {}",
    "%%include {}",
    "[I:abc-include {}]A", "%%user {}", '"@{}"A', "!{}!A", "T:{}", "w:{}", "m:h = {}", "U:h = !{}!",
]  # fmt: skip


def tune(random: Random) -> str:
    """Return a tune that asks for what it should not get."""
    header, body = ["X:1", "T:Authority"], ["ABcd|efga|"]
    for _ in range(random.randint(1, 6)):
        line = random.choice(DIRECTIVES).replace("{}", random.choice(PATHS))
        random.choice((header, body)).append(line)
    return "\n".join([*header, "K:C", *body, "CDEF|"]) + "\n"


class Watch:
    """Counts audit events while it is on; a hook cannot be taken out again."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self._is_on = False
        sys.addaudithook(self._note)

    @contextmanager
    def on(self) -> Iterator[None]:
        """Watch while a block runs."""
        self._is_on = True
        try:
            yield
        finally:
            self._is_on = False

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._is_on and event.startswith(WATCHED):
            self.seen[f"{event} {str(arguments[:1])[:120]}"] += 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=9)
    arguments = parser.parse_args()
    random = Random(arguments.seed)
    watch = Watch()
    # What Python imports when a path is taken for the first time is no tune's wish.
    for _ in range(50):
        examine(tune(random), everything=True)
    failures: list[str] = []
    refused = 0
    for _ in range(arguments.count):
        text = tune(random)
        with watch.on():
            outcome = examine(text, everything=True)
        failures += outcome.failures
        refused += "directive-refused" in outcome.diagnostics
    asked = dict(watch.seen.most_common(20))
    with watch.on():
        is_awake = Path(__file__).is_file() and bool(Path(__file__).read_bytes())
    is_awake = is_awake and sum(watch.seen.values()) > sum(asked.values())
    result = {
        "passed": not asked and not failures and is_awake,
        "tunes": arguments.count,
        "with_a_refused_directive": refused,
        "asked_of_the_system": asked,
        "hook_sees_a_file_opened": is_awake,
        "failures": failures[:10],
    }
    print(json.dumps(result, indent=1))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
