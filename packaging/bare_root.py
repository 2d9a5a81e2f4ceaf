"""A bare Debian root for trials of the packaged program: no Python, no network, no desktop.

Needs root, debootstrap and `unshare`. Nothing is mounted outside a namespace of its own, so nothing
is left mounted.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from pathlib import Path

USER = 1000
LONGEST_SECONDS = 1800
HOME = "/home/людина"
# An installed Ubuntu has both of them; half of what Qt needs is in the second.
_UBUNTU_COMPONENTS = {"jammy": "main,universe", "noble": "main,universe"}
# Of an ordinary desktop session, as a menu entry is started in.
_PATH = "/usr/bin:/bin"


class Network(Enum):
    """What a program in a root can reach."""

    NONE = auto()
    # Itself, as tests do that serve what they fetch.
    LOOPBACK = auto()
    MACHINE = auto()


class BareRoot:
    """A folder with a small system in it."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which `make` fills."""
        self.folder = folder

    def make(self, distribution: str, mirror: str = "") -> None:
        """Fill the folder with the smallest system of a distribution, unless it is there."""
        if self.folder.is_dir():
            return
        begun = self.folder.with_name(f"{self.folder.name}.begun")
        shutil.rmtree(begun, ignore_errors=True)
        begun.parent.mkdir(parents=True, exist_ok=True)
        command = ["debootstrap", "--variant=minbase"]
        if distribution in _UBUNTU_COMPONENTS:
            command.append(f"--components={_UBUNTU_COMPONENTS[distribution]}")
        command += [distribution, str(begun)]
        subprocess.run(
            [*command, mirror] if mirror else command, check=True, stdout=subprocess.DEVNULL
        )
        begun.rename(self.folder)

    def copy_to(self, target: Path) -> "BareRoot":
        """Return a fresh copy; files are shared until one of them is replaced."""
        shutil.rmtree(target, ignore_errors=True)
        subprocess.run(["cp", "-a", "--reflink=auto", str(self.folder), str(target)], check=True)
        return BareRoot(target)

    def install(self, *packages: str) -> None:
        """Install packages by apt-get, with the machine's network."""
        if packages:
            names = " ".join(packages)
            self.as_root(
                f"apt-get update -qq && apt-get install -y -qq --no-install-recommends {names}"
            )

    def as_root(self, script: str, network: Network = Network.MACHINE) -> str:
        """Run a shell script as root and return what it prints; raises where it fails."""
        return self._printed(
            script, network, 0, HOME="/root", PATH=f"{_PATH}:/usr/sbin:/sbin",
            DEBIAN_FRONTEND="noninteractive",
        )  # fmt: skip

    def as_user(self, script: str, network: Network = Network.MACHINE) -> str:
        """Run a shell script as that person, as `as_root` does."""
        return self._printed(script, network, USER, HOME=HOME, PATH=_PATH)

    def _printed(self, script: str, network: Network, user: int, **variables: str) -> str:
        done = subprocess.run(
            self._command(script, network, user),
            capture_output=True, text=True, check=False, env={"LC_ALL": "C.UTF-8", **variables},
        )  # fmt: skip
        if done.returncode != 0:
            raise RuntimeError(f"{script}\n{done.stdout}{done.stderr}")
        return done.stdout

    def add_user(self) -> None:
        """Make the home of the person who uses the program."""
        home = self.folder / HOME.lstrip("/")
        home.mkdir(parents=True, exist_ok=True)
        os.chown(home, USER, USER)

    def run(
        self, arguments: Sequence[str], variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as that person: offline, in an empty environment but for `variables`."""
        with self.start(arguments, variables) as process:
            try:
                out, err = process.communicate(timeout=LONGEST_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return subprocess.CompletedProcess(list(arguments), process.returncode, out, err)

    def start(
        self, arguments: Sequence[str], variables: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a program as `run` does, without waiting for its end."""
        script = 'cd "$HOME" && exec "$@"'
        return subprocess.Popen(
            [*self._command(script, Network.NONE, USER), "sh", *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={"HOME": HOME, **(variables or {})},
        )  # fmt: skip

    def _command(self, script: str, network: Network, user: int) -> list[str]:
        """Return the command that runs a script in the root, with what a system mounts."""
        root = str(self.folder)
        spaces = ["--mount", "--pid", "--fork", "--kill-child", "--ipc"]
        mount = f'mount -t proc proc "{root}/proc"; mount --rbind /dev "{root}/dev"; '
        if network is Network.MACHINE:
            mount += f'cp /etc/resolv.conf "{root}/etc/resolv.conf"; '
        else:
            spaces.append("--net")
        if network is Network.LOOPBACK:
            mount += "/sbin/ip link set lo up; "
        if network is Network.NONE:
            # The screen of the machine, on which the window is looked at.
            mount += (
                f'mkdir -p "{root}/tmp/.X11-unix"; '
                f'[ -d /tmp/.X11-unix ] && mount --bind /tmp/.X11-unix "{root}/tmp/.X11-unix"; '
            )
        enter = f'exec /usr/sbin/chroot --userspec={user}:{user} "{root}" /bin/sh -c "$@"'
        return ["/usr/bin/unshare", *spaces, "/bin/sh", "-c", mount + enter, "sh", script]
