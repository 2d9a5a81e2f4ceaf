"""Set the studio up from its sources on fresh machines: bare roots of a distribution.

`make fresh-test DIST=bookworm` runs it, as root; it needs debootstrap and a network. In each root
are make and the distribution's Python, as the README asks for, and the last commit's sources.
An ordinary user must be told what to install and with which command; when root has done as told,
the user gets a tune composed. On the other machine root gets it all by `make run`.
`TESTS=root`, `TESTS=user` or `TESTS=both` runs `make test` there, too, without a network; what it
prints goes into build/fresh-DIST-root.log and build/fresh-DIST-user.log.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bare_root import HOME, USER, BareRoot, Network

ROOT = Path(__file__).resolve().parent.parent
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
TOOLS = ("python3", "make", "ca-certificates")
NAMED = "    sudo "


class FreshMachine:
    """A root with the sources of the last commit, and the person who sets them up."""

    def __init__(self, root: BareRoot, *, is_root: bool, wheels: Path | None) -> None:
        """Put the tools and the sources into the root."""
        self.root = root
        root.install(*TOOLS)
        root.add_user()
        self._run, home = (root.as_root, "/root") if is_root else (root.as_user, HOME)
        self.sources = root.folder / home.lstrip("/") / "abcstudio"
        # An installed system knows its own names, also without a network.
        names = f"127.0.0.1 localhost\n127.0.1.1 {socket.gethostname()}\n"
        (root.folder / "etc" / "hosts").write_text(names, "utf-8")
        # pip trusts what this machine trusts, such as the proxy of a company.
        shutil.copy(CERTIFICATES, root.folder / CERTIFICATES.lstrip("/"))
        self._variables = f"PIP_CERT={CERTIFICATES}"
        if wheels:
            shutil.copytree(wheels, root.folder / "opt" / "wheels")
            self._variables += " PIP_FIND_LINKS=/opt/wheels"
        self._put_sources(0 if is_root else USER)

    def _put_sources(self, owner: int) -> None:
        """Copy what the repository has of the last commit into the home."""
        self.sources.mkdir(parents=True)
        archive = subprocess.run(
            ["git", "archive", "HEAD"], cwd=ROOT, check=True, stdout=subprocess.PIPE
        )
        unpack = ["tar", "-x", "--no-same-owner", "-C", str(self.sources)]
        subprocess.run(unpack, input=archive.stdout, check=True)
        subprocess.run(["chown", "-R", f"{owner}:{owner}", str(self.sources)], check=True)

    def make(self, *targets: str, network: Network = Network.MACHINE, log: str = "") -> str:
        """Run make as the person, in the sources, and return what it prints."""
        command = f'cd "$HOME/abcstudio" && {self._variables} make {" ".join(targets)}'
        return self._run(f"{command} {f'>{log} ' if log else ''}2>&1", network)

    def compose(self, variables: str = "") -> str:
        """Let `make run` compose a tune, which it does where there is no screen."""
        before = set(self.sources.glob("*.wav"))
        began = time.monotonic()
        said = self.make("run", variables)
        seconds = time.monotonic() - began
        made = set(self.sources.glob("*.wav")) - before
        if len(made) != 1:
            raise AssertionError(f"no tune was composed: {said}")
        (python,) = (self.sources / ".venv" / "lib").glob("python3.*")
        return f"{made.pop().name} after {seconds:.0f} s, {python.name}"

    def test(self, log: Path) -> str:
        """Run `make test` without a network, once everything is there."""
        self.make("system-test", ".venv/.installed-test")
        began = time.monotonic()
        try:
            self.make("test", network=Network.LOOPBACK, log="/tmp/tests.log")
        finally:
            shutil.copy(self.root.folder / "tmp" / "tests.log", log)
        return f"{log.name} after {time.monotonic() - began:.0f} s"


class AsUser:
    """The trials of an ordinary user without the right to install."""

    def __init__(self, machine: FreshMachine) -> None:
        """Take the machine."""
        self.machine = machine

    def told(self, purpose: str) -> str:
        """Return the command that names what is missing; raises where none is named."""
        said = self.machine.make(f"system-{purpose}")
        named = [line for line in said.splitlines() if line.startswith(NAMED)]
        if len(named) != 1:
            raise AssertionError(f"nothing is named: {said}")
        return named[0].strip()

    def obeyed(self, purpose: str) -> str:
        """Let root do what is named, as it is named; then nothing more may be."""
        command = self.told(purpose)
        self.machine.root.as_root(
            command.replace("sudo ", "").replace(
                "apt-get install", "apt-get install -y -qq --no-install-recommends"
            )
        )
        if said := self.machine.make(f"system-{purpose}"):
            raise AssertionError(f"still missing: {said}")
        return f"{len(command.partition(' install ')[2].split())} packages"

    def test(self, log: Path) -> str:
        """Run the tests, with what is named for them."""
        self.obeyed("test")
        return self.machine.test(log)


def composed_twice(machine: FreshMachine) -> str:
    """Set up and compose one tune, as root; the second time nothing is installed."""
    composed = machine.compose()
    if "Installing" in (second := machine.make("run")):
        raise AssertionError(f"installed again: {second}")
    return composed


@contextmanager
def fresh_root(base: BareRoot) -> Iterator[BareRoot]:
    """Make a copy of a root, and remove it at the end."""
    with tempfile.TemporaryDirectory(prefix="abcstudio-fresh-", dir=ROOT / "build") as place:
        yield base.copy_to(Path(place) / "root")


def passed(name: str, trials: dict[str, Callable[[], str]]) -> bool:
    """Run the trials up to the first that fails, and print what came of each."""
    for what, trial in trials.items():
        try:
            print(f"ok      {name}, {what}: {trial()}", flush=True)
        except (AssertionError, RuntimeError) as error:
            print(f"FAILED  {name}, {what}: {error}", flush=True)
            return False
    return True


def main() -> int:
    """Make the roots, try, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--distribution", default="bookworm")
    parser.add_argument("--mirror", default="", help="where debootstrap takes it from")
    parser.add_argument("--wheels", type=Path, help="a folder of wheels that pip looks into")
    parser.add_argument("--tests", choices=("root", "user", "both"), help="who runs `make test`")
    options = parser.parse_args()
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("fresh-test makes a root: run it as root, with debootstrap", file=sys.stderr)
        return 2
    distribution = options.distribution
    base = BareRoot(ROOT / "build" / "roots" / distribution)
    base.make(distribution, options.mirror)
    logs = ROOT / "build"
    with fresh_root(base) as root:
        machine = FreshMachine(root, is_root=False, wheels=options.wheels)
        user = AsUser(machine)
        trials: dict[str, Callable[[], str]] = {
            "told": lambda: user.told("run"),
            "root does so": lambda: user.obeyed("run"),
            "make run": machine.compose,
            "with a locale that is not there": lambda: machine.compose("LC_ALL=de_DE.UTF-8"),
        }
        if options.tests in ("user", "both"):
            trials["make test"] = lambda: user.test(logs / f"fresh-{distribution}-user.log")
        is_well = passed(f"{distribution}, an ordinary user", trials)
    with fresh_root(base) as root:
        machine = FreshMachine(root, is_root=True, wheels=options.wheels)
        trials = {"make run": lambda: composed_twice(machine)}
        if options.tests in ("root", "both"):
            trials["make test"] = lambda: machine.test(logs / f"fresh-{distribution}-root.log")
        return 0 if passed(f"{distribution}, root", trials) and is_well else 1


if __name__ == "__main__":
    sys.exit(main())
