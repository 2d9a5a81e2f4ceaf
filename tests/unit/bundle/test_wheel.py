"""What the wheel carries: the compiled translations, and not what they are compiled from."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_translations_are_carried_compiled_only() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["sources"]["resources"] == "abcstudio/resources"
    assert "resources" in wheel["only-include"]
    files = sorted(path.name for path in (ROOT / "resources" / "translations").iterdir())
    carried = [each for each in files if not any(fnmatch(each, no) for no in wheel["exclude"])]
    assert carried == [each for each in files if each.endswith(".qm")]
    assert {each.removesuffix(".ts") for each in files if each not in carried} == {
        each.removesuffix(".qm") for each in carried
    }
