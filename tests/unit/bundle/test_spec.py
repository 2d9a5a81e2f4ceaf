"""`build.spec`, read as PyInstaller reads it, on each system that it is written for."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from bundle_accounts import accounts_of

ROOT = Path(__file__).parents[3]
RECORD = '{"version": "1.2.3", "commit": "abc", "day": "2026-11-28", "changed": false}'


class Tables:
    """What the spec makes, in place of PyInstaller's own tables."""

    def __init__(self, root: Path) -> None:
        self.own_file = str(root / "LICENSE")
        self.programs: list[dict[str, Any]] = []
        self.folder: dict[str, Any] = {}
        self.carried: list[Any] = []
        self.bundle: dict[str, Any] | None = None
        self.asked: dict[str, Any] = {}

    def analysis(self, scripts: list[str], **options: Any) -> SimpleNamespace:
        self.asked = {"scripts": scripts, **options}
        return SimpleNamespace(
            scripts=scripts,
            pure=[("abcstudio", self.own_file, "PYMODULE")],
            binaries=[("libreadline.so.8", self.own_file, "BINARY")],
            datas=[
                ("abcstudio/LICENSE", self.own_file, "DATA"),
                ("PySide6/Qt/translations/qtbase_fr.qm", "/nowhere.qm", "DATA"),
            ],
        )

    def exe(self, *_parts: Any, **options: Any) -> str:
        self.programs.append(options)
        return str(options["name"])

    def collect(self, *parts: Any, **options: Any) -> str:
        self.carried = list(parts)
        self.folder = options
        return "folder"

    def app(self, _folder: str, **options: Any) -> None:
        self.bundle = options


@pytest.fixture
def evaluate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Tables]]:
    """Runs the spec as if on a system, in a copy of the folder with nothing but what it reads."""
    (tmp_path / "packaging").symlink_to(ROOT / "packaging")
    (tmp_path / "LICENSE").write_text("MIT", encoding="utf-8")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "build.json").write_text(RECORD, encoding="utf-8")
    modules: dict[str, dict[str, Any]] = {
        "PyInstaller": {},
        "PyInstaller.utils": {},
        "PyInstaller.utils.hooks": {
            "collect_data_files": lambda name: [(f"/{name}/data", f"{name}/data")],
            "collect_dynamic_libs": lambda name: [(f"/{name}.so", name)],
            "collect_submodules": lambda name: [f"{name}.part"],
            "copy_metadata": lambda name: [(f"/{name}-1.dist-info", f"{name}-1.dist-info")],
        },
    }
    for name, attributes in modules.items():
        module = ModuleType(name)
        vars(module).update(attributes)
        monkeypatch.setitem(sys.modules, name, module)
    before = list(sys.path)

    def run(platform: str, edition: str = "") -> Tables:
        monkeypatch.setenv("EDITION", edition)
        monkeypatch.setattr(sys, "platform", platform)
        tables = Tables(tmp_path)
        source = (ROOT / "build.spec").read_text(encoding="utf-8")
        names: dict[str, Any] = {
            "SPECPATH": str(tmp_path),
            "Analysis": tables.analysis,
            "PYZ": lambda pure: pure,
            "EXE": tables.exe,
            "COLLECT": tables.collect,
            "BUNDLE": tables.app,
        }
        # As PyInstaller does with this file, which is the project's own.
        exec(compile(source, "build.spec", "exec"), names)
        return tables

    yield run
    sys.path[:] = before


def test_linux_gets_one_program_without_symbols(evaluate: Callable[..., Tables]) -> None:
    tables = evaluate("linux")
    assert [(one["name"], one["console"]) for one in tables.programs] == [("abcstudio", True)]
    assert tables.programs[0]["icon"] is None
    assert tables.folder["strip"] is True
    assert tables.bundle is None
    # Nothing that stays needs it.
    assert tables.carried[1] == []


def test_windows_gets_a_program_for_the_command_line_and_one_for_the_window(
    evaluate: Callable[..., Tables],
) -> None:
    tables = evaluate("win32")
    found = [(one["name"], one["console"]) for one in tables.programs]
    assert found == [("abcstudio", True), ("abcstudio-window", False)]
    assert all(one["icon"].endswith("abcstudio.ico") for one in tables.programs)
    assert tables.folder["strip"] is False
    assert tables.carried[:2] == ["abcstudio", "abcstudio-window"]


def test_macos_gets_an_application_that_opens_tunebooks(
    evaluate: Callable[..., Tables],
) -> None:
    tables = evaluate("darwin")
    assert [one["name"] for one in tables.programs] == ["abcstudio"]
    assert tables.bundle is not None
    assert tables.bundle["name"] == "ABC Studio.app"
    assert tables.bundle["version"] == "1.2.3"
    assert tables.bundle["icon"].endswith("abcstudio.icns")
    (kind,) = tables.bundle["info_plist"]["CFBundleDocumentTypes"]
    assert kind["CFBundleTypeExtensions"] == ["abc"]
    assert tables.folder["strip"] is False


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_each_system_gets_licences_and_resources_and_no_other_language(
    evaluate: Callable[..., Tables], platform: str
) -> None:
    tables = evaluate(platform)
    given = {place for _source, place in tables.asked["datas"]}
    assert {"abcstudio/resources", "abcstudio/checkpoints", "abcstudio/resources/licences"} < given
    places = [entry[0] for entry in tables.carried[-1]]
    assert "abcstudio/resources/licences/THIRD-PARTY.txt" in places
    assert "PySide6/Qt/translations/qtbase_fr.qm" not in places
    # Commands are imported by the names of their table.
    assert {"abcstudio.part", "mido.backends.pygame"} < set(tables.asked["hiddenimports"])


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_the_player_is_the_same_program_without_what_trains(
    evaluate: Callable[..., Tables], platform: str
) -> None:
    studio, player = evaluate(platform, "studio"), evaluate(platform, "player")
    assert [one["name"] for one in player.programs] == [one["name"] for one in studio.programs]
    assert (studio.folder["name"], player.folder["name"]) == ("abcstudio", "abcstudio-player")
    left_out = set(player.asked["excludes"]) - set(studio.asked["excludes"])
    assert {"torch", "safetensors"} <= left_out
    assert [place for _source, place in player.asked["datas"]] == [
        place for _source, place in studio.asked["datas"]
    ]
    if player.bundle is not None:
        assert player.bundle["name"] == "ABC Studio Player.app"


def test_each_edition_notes_whose_work_is_in_it(
    evaluate: Callable[..., Tables], tmp_path: Path
) -> None:
    evaluate("linux", "studio")
    evaluate("linux", "player")
    for program in ("abcstudio", "abcstudio-player"):
        assert accounts_of(tmp_path / "build", program).is_file()
