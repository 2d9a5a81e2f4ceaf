"""The man page and the completion say what the parser says."""

import shutil
import subprocess

import pytest
from command_pages import bash_completion, fish_completion, man_page, zsh_completion

from abcstudio.cli.commands.command_table import COMMAND_TABLE


def test_every_command_stands_in_each_page() -> None:
    for page in (man_page("2026-11-28"), bash_completion(), zsh_completion(), fish_completion()):
        for name in COMMAND_TABLE:
            assert name.replace("-", "\\-") in page or name in page


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (["abcstudio", "hea"], {"health"}),
        (["abcstudio", "check", "--js"], {"--jsonl"}),
        (["abcstudio", "takes", "exp"], {"export"}),
    ],
)
def test_bash_completes_commands_and_their_options(line: list[str], expected: set[str]) -> None:
    words = " ".join(line)
    script = (
        f"{bash_completion()}\nCOMP_WORDS=({words}); COMP_CWORD={len(line) - 1}; _abcstudio\n"
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == expected
    assert done.stderr == ""


def test_the_man_page_needs_no_more_than_its_language() -> None:
    page = man_page("2026-11-28")
    assert page.startswith('.TH ABCSTUDIO 1 "2026-11-28"')
    assert all(line for line in page.splitlines())
