"""What the Debian package does beside laying files out."""

import shutil
import subprocess
from pathlib import Path

import pytest
from debian_package import FOLDER, after_install

needs_sh = pytest.mark.skipif(shutil.which("sh") is None, reason="dpkg's systems have it")


@needs_sh
@pytest.mark.parametrize(("action", "left"), [("configure", ["0.3.0"]), ("abort-upgrade", [])])
def test_an_upgrade_that_ends_takes_away_what_killed_ones_have_left(
    tmp_path: Path, action: str, left: list[str]
) -> None:
    versions = ["0.2.0", "0.3.0", "_internal"]
    for name in versions:
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").touch()
    script = after_install("0.3.0").replace(f"/{FOLDER}", str(tmp_path))
    subprocess.run(["sh", "-c", script, "postinst", action], check=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == (left or versions)
