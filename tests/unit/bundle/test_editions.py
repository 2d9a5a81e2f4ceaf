"""The two programs that one spec makes, and what each may take."""

from pathlib import Path

import pytest
from bundle_rules import unused_modules
from debian_package import LINUX, menu_entry
from editions import PLAYER, STUDIO, VARIABLE, Edition, chosen_edition


@pytest.mark.parametrize("name", ["", "studio"])
def test_the_studio_is_built_unless_another_is_named(name: str) -> None:
    assert chosen_edition({VARIABLE: name}) is STUDIO
    assert chosen_edition({}) is STUDIO


def test_the_player_is_built_where_it_is_named() -> None:
    edition = chosen_edition({VARIABLE: "player"})
    assert edition is PLAYER
    assert edition.folder(Path("dist")) == Path("dist/abcstudio-player")


def test_an_edition_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="studio or player"):
        chosen_edition({VARIABLE: "students"})


def test_each_takes_what_was_wanted_of_it() -> None:
    assert STUDIO.most_mb == 610
    assert (PLAYER.most_mb, PLAYER.most_deb_mb) == (260, 90)
    assert {"torch", "safetensors"} <= set(unused_modules(PLAYER)) - set(unused_modules(STUDIO))


def test_one_package_takes_the_place_of_the_other() -> None:
    assert (STUDIO.other, PLAYER.other) == (PLAYER.package, STUDIO.package)


@pytest.mark.parametrize("edition", [STUDIO, PLAYER], ids=lambda one: one.name)
def test_the_menu_names_the_edition(edition: Edition) -> None:
    entry = menu_entry((LINUX / "abcstudio.desktop").read_text(encoding="utf-8"), edition)
    assert f"\nName={edition.title}\n" in entry
    assert "\nExec=abcstudio %F\n" in entry


@pytest.mark.parametrize("edition", [STUDIO, PLAYER], ids=lambda one: one.name)
def test_a_description_is_one_that_dpkg_reads(edition: Edition) -> None:
    first, *others = edition.description.splitlines()
    assert len(first) < 60
    assert all(line.startswith(" ") and len(line) <= 80 for line in others)
