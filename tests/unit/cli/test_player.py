"""The command line where torch is not installed: the edition Player."""

import subprocess
import sys

# A name that is looked for is refused, as where nothing of it is installed.
PLAYER = """
import sys

class NoTorch:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "torch":
            raise ModuleNotFoundError("no torch here", name=name)

sys.meta_path.insert(0, NoTorch())
from abcstudio.cli import main
codes = []
for arguments in (
    ["--version"], ["compose", "--max-chars", "60"], ["train", "--steps", "5"],
    ["learn", "check", "resources/lessons/09-gradient"],
    ["learn", "run", "09-gradient", "resources/lessons/09-gradient/cell.py"],
):
    try:
        codes.append(main(arguments))
    except SystemExit as end:
        codes.append(end.code)
print(codes, "torch" in sys.modules)
"""


def test_it_composes_and_says_how_to_train() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAYER], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("ABC Studio Player ")
    assert "\nX:1\n" in done.stdout
    assert done.stdout.endswith("[0, 0, 2, 2, 2] False\n")
    assert done.stderr.count("install the edition Studio") == 3
    assert "Traceback" not in done.stderr
