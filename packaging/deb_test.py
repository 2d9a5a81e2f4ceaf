"""Install, use, upgrade and remove the Debian package in a bare root.

`make deb-test` runs it, as root; it needs what bundle_test needs. The package is upgraded over an
older version; some upgrades are killed at a random moment, and after each the program must start,
whole, from the folder of one version or the other.
At last the other edition takes its place, and it that of the other. EDITION in the environment says
which one is tried.
"""

import argparse
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bare_root import BareRoot
from build_record import make_build
from debian_package import COMMAND, FOLDER, LINUX, make_package
from editions import PLAYER, STUDIO, Edition, chosen_edition

ROOT = Path(__file__).resolve().parent.parent
OLDER = "0.1.9"
# How many upgrades are killed, one upon the other, before one is let through.
KILLED_IN_A_ROW = 5
DPKG_SUFFIXES = (".dpkg-new", ".dpkg-tmp")
ALLOWED_TAGS = (
    # Debian's own archive takes no Zstandard yet; dpkg has read it since 2018.
    "malformed-deb-archive",
    # Everything lies in a folder of its own, with the libraries that it was tried with.
    "dir-or-file-in-opt", "embedded-library", "custom-library-search-path", "unstripped-",
    "shared-library-lacks-", "hardening-no-", "spelling-error-in-binary", "library-not-linked-",
    "binary-or-shlib-defines-rpath", "executable-in-usr-lib", "sharedobject-in-library-directory-",
    "extra-license-file", "package-contains-documentation-outside-usr-share-doc",
    "national-encoding",
    "python-module-in-wrong-location", "script-not-executable", "non-standard-file-perm",
    "unusual-interpreter", "wrong-path-for-interpreter", "initial-upload-closes-no-bugs",
    "no-changelog", "syntax-error-in-debian-changelog", "executable-not-elf-or-script",
    "package-installs-python-bytecode", "arch-dependent-file-in-usr-share", "elf-error",
    "undefined-", "missing-dependency-on-libc",
)  # fmt: skip


def checked(name: str, look: Callable[[], str]) -> bool:
    """Run one check, print what came of it, and return whether it passed."""
    began = time.perf_counter()
    try:
        found = look()
    except Exception as error:  # noqa: BLE001 - every check is tried
        print(f"FAILED  {name}: {error}", flush=True)
        return False
    print(f"ok      {name}: {found} ({time.perf_counter() - began:.1f} s)", flush=True)
    return True


def said(*command: str) -> str:
    """Return what a command prints; refuse one that fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"{command[0]}: {done.stdout}{done.stderr}")
    return done.stdout


def well_formed() -> str:
    """The menu entry and the metadata are as desktops ask for."""
    said("desktop-file-validate", str(LINUX / "abcstudio.desktop"))
    said("appstreamcli", "validate", "--no-net", "--pedantic",
         *map(str, LINUX.glob("*.metainfo.xml")))  # fmt: skip
    return "desktop file, metadata"


def lint(package: Path) -> str:
    """Lintian finds no error but those that a folder under /opt brings."""
    done = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "none", "--tag-display-limit", "0", str(package)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    errors = [line for line in done.stdout.splitlines() if line.startswith("E: ")]
    strange = [line for line in errors if not any(tag in line for tag in ALLOWED_TAGS)]
    if strange:
        raise AssertionError("\n".join(strange[:12]))
    return f"{len(errors)} allowed, no other"


class Installed:
    """A root in which the package is installed."""

    def __init__(
        self, root: BareRoot, bundle: Path, package: Path, older: Path, other: Path
    ) -> None:
        """Take a root, the package and what it is made from, an older one, the other edition."""
        self.root = root
        self._made = _sizes(bundle)
        for path in (package, older, other):
            shutil.copy(path, root.folder / "tmp" / path.name)
        self.name = package.name.partition("_")[0]
        self.package, self.older = f"/tmp/{package.name}", f"/tmp/{older.name}"
        self.other = f"/tmp/{other.name}"

    def install(self) -> str:
        """Install the older version by apt-get, which fetches what it depends on."""
        self.root.as_root(
            f"apt-get update -qq && apt-get install -y -qq --no-install-recommends {self.older}"
        )
        self.root.add_user()
        return self.start()

    def start(self) -> str:
        """Start what the menu entry names, and a command."""
        entry = (self.root.folder / "usr/share/applications/abcstudio.desktop").read_text("utf-8")
        (line,) = (each for each in entry.splitlines() if each.startswith("Exec="))
        program = shlex.split(line.removeprefix("Exec="))[0]
        done = self.root.run([program, "--version"])
        if done.returncode or done.stderr:
            raise AssertionError(f"exit {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout.strip()

    def selftest(self) -> str:
        """Go through every part with nothing installed but the package and what it depends on."""
        done = self.root.run(["abcstudio", "selftest"])
        if done.returncode or done.stderr:
            raise AssertionError(f"exit {done.returncode}: {done.stdout}{done.stderr}")
        return f"{len(done.stdout.splitlines())} parts"

    def upgrade(self) -> str:
        """Put the newer version over the older one, of which nothing stays."""
        self.root.as_root(f"dpkg -i {self.package}")
        version = self.package.split("_")[1]
        there = [path.name for path in (self.root.folder / FOLDER).iterdir()]
        if there != [version] or self.whole() != version:
            raise AssertionError(f"after the upgrade: {there}, and {self.whole()} starts")
        return self.start()

    def whole(self) -> str:
        """Return the version that the command starts; refuse one of which a file is not there."""
        command = (self.root.folder / COMMAND).read_text("utf-8").splitlines()[-1]
        folder = Path(command.split()[1]).parent
        found = _sizes(self.root.folder / folder.relative_to("/"))
        if found != self._made:
            strange = sorted(found.items() ^ self._made.items())
            raise AssertionError(f"{folder} is not whole: {strange[:5]}")
        return folder.name

    def killed(self, times: int, rng_seed: int) -> str:
        """Kill changes of the version at random moments, several upon each other.

        After each the program starts, whole; at last the newer version can be installed.
        """
        dice = random.Random(rng_seed)
        began = time.perf_counter()
        self.upgrade()
        whole = time.perf_counter() - began
        started: Counter[str] = Counter()
        for number in range(1, times + 1):
            # Some end before they are killed, so that both versions start.
            moment = dice.uniform(0, 1.5 * whole)
            package = (self.older, self.package)[dice.randrange(2)]
            self.root.as_root(
                f"timeout -s KILL {moment:.2f} dpkg --force-downgrade -i {package} "
                ">/dev/null 2>&1; true"
            )
            started[self.whole()] += 1
            self.start()
            if number % KILLED_IN_A_ROW == 0 or number == times:
                self.upgrade()
        seen = ", ".join(f"{version} {count} times" for version, count in sorted(started.items()))
        return f"{times} killed within {whole:.1f} s; then started {seen}"

    def exchanged(self) -> str:
        """Put the other edition in its place, and it in that one's; one at a time is there."""
        for package in (self.other, self.package):
            self.root.as_root(f"apt-get install -y -qq --no-install-recommends {package}")
            self.start()
            listed = self.root.as_root("dpkg-query -W -f='${Package} ${db:Status-Status}\\n'")
            there = [line for line in listed.splitlines() if line.startswith("abcstudio")]
            name = Path(package).name.partition("_")[0]
            if f"{name} installed" not in there or len(there) != 1:
                raise AssertionError(f"after {package}: {there}")
        return f"{Path(self.other).name} and back"

    def remove(self) -> str:
        """Remove it; nothing of it stays, and nothing of the person's goes."""
        kept = self.root.folder / "home/людина/.config/abcstudio"
        kept.mkdir(parents=True, exist_ok=True)
        self.root.as_root(f"dpkg --purge {self.name}")
        left = [
            path
            for place in (FOLDER, COMMAND, "usr/share/applications/abcstudio.desktop")
            if os.path.lexists(path := self.root.folder / place)
        ]
        if left or not kept.is_dir():
            raise AssertionError(f"left: {left}; the person's folder is there: {kept.is_dir()}")
        return "nothing left"


def _sizes(folder: Path) -> dict[str, int]:
    """Return the size of every file of a folder that is no link, by its place there.

    Those that dpkg has begun to write beside it are not counted.
    """
    return {
        str(path.relative_to(folder)): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and path.suffix not in DPKG_SUFFIXES
    }


def _quickly_made(built: Edition, named: Edition, target: Path) -> Path:
    """Return an older package from the folder that there is, named as that of an edition."""
    bundle = built.folder(ROOT / "dist")
    return make_package(bundle, named, target, version=OLDER, level=1)


def main() -> int:
    """Run the checks and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--distribution", default="trixie", help="of Debian (trixie)")
    parser.add_argument("--kills", type=int, default=3, help="how many upgrades are killed (3)")
    parser.add_argument("--rng-seed", type=int, default=1)
    options = parser.parse_args()
    if os.geteuid() != 0:
        print("deb-test makes a root of its own: run it as root", file=sys.stderr)
        return 2
    base = BareRoot(ROOT / "build" / "roots" / options.distribution)
    base.make(options.distribution)
    passed = [checked("well-formed", well_formed),
              checked("lintian", lambda: lint(options.package))]  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="abcstudio-deb-", dir=ROOT / "build") as place:
        edition = chosen_edition(os.environ)
        older = _quickly_made(edition, edition, Path(place))
        other = _quickly_made(edition, PLAYER if edition is STUDIO else STUDIO, Path(place))
        root, bundle = base.copy_to(Path(place) / "root"), edition.folder(ROOT / "dist")
        trial = Installed(root, bundle, options.package, older, other)
        passed.append(checked("install", trial.install))
        passed.append(checked("selftest", trial.selftest))
        passed.append(checked("upgrade", trial.upgrade))
        if options.kills:
            passed.append(
                checked("killed upgrades", lambda: trial.killed(options.kills, options.rng_seed))
            )
        passed.append(checked("the other edition", trial.exchanged))
        passed.append(checked("remove", trial.remove))
    print(f"version {make_build().version}: {sum(passed)} of {len(passed)} passed")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
