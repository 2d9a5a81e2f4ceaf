"""Reads hostile checkpoints as the program does, and notes what it costs and asks of the system."""

import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import torch
from process_memory import process_bytes

from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import (
    CorpusInfo,
    ModelHeader,
    build_model,
    load_model,
    read_header,
    save_model,
)
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.training.optimization import make_optimizer
from abcstudio.learning.training.resume import Progress, load_state, read_progress, save_state
from abcstudio.learning.training.windows import Windows, make_windows
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.messages import english

LIMIT_MS = 50.0
SPARE_BYTES = 64 * 2**20
CONFIGS = (
    TrainingConfig(embedding_dim=4, hidden_size=6, windows="contiguous", batch_size=2, seq_len=50),
    TrainingConfig(cell="gru", num_layers=2, embedding_dim=4, hidden_size=6, tied_weights="on",
                   optimizer="rmsprop", batch_size=2, seq_len=50),
    TrainingConfig(cell="rnn", embedding_dim=3, hidden_size=5, optimizer="sgd", batch_size=2,
                   seq_len=50),
    TrainingConfig(embedding_dim=4, hidden_size=6, windows="contiguous", batch_size=2, seq_len=50,
                   pointer_heads=2, pointer_width=8, pointer_reach=60),
)  # fmt: skip
VOCABULARY = Vocabulary.of("X:1\nabcdefgü|")

_WATCHED = ("exec", "compile", "import", "marshal.", "pickle.", "subprocess.", "os.system",
            "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "socket.",
            "ctypes.", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink",
            "os.chmod", "os.truncate", "shutil.", "tempfile.", "urllib.", "mmap.", "webbrowser.",
            )  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """Counts audit events that mean more than reading and computing; a hook stays for ever."""

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
        if not self._is_on:
            return
        if event == "open":
            is_foreign = isinstance(arguments[2], int) and bool(arguments[2] & _WRITING)
        else:
            is_foreign = event.startswith(_WATCHED)
        if is_foreign:
            self.seen[f"{event} {ascii(arguments[:1])[:120]}"] += 1


@dataclass(frozen=True)
class Trainee:
    """What a state file is put back into."""

    config: TrainingConfig
    model: CharLSTM
    optimizer: torch.optim.Optimizer
    generator: torch.Generator
    windows: Windows

    @classmethod
    def fresh(cls, config: TrainingConfig) -> "Trainee":
        """Return a network at the start of a run."""
        model = build_model(config, len(VOCABULARY))
        generator = torch.Generator().manual_seed(config.rng_seed)
        ids = torch.arange(400) % len(VOCABULARY)
        windows = make_windows(config, VOCABULARY, ids, generator)
        return cls(config, model, make_optimizer(model, config), generator, windows)

    def step(self) -> None:
        """Train one step."""
        inputs, targets, state = self.windows.take()
        logits, state = self.model(inputs, self._state(state))
        self.windows.keep(state if isinstance(state, tuple) else (state,))
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), targets.flatten())
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimizer.step()

    def _state(self, parts: tuple[torch.Tensor, ...]) -> object:
        if not parts:
            return None
        return parts if len(parts) > 1 else parts[0]

    def save(self, path: Path) -> None:
        """Write a state file."""
        progress = Progress(
            step=3,
            train_loss=2.5,
            val_loss=2.6,
            best_val_loss=2.6,
            best_step=2,
            evaluated_step=2,
            train_seconds=0.5,
            recent_losses=(2.6, 2.5, 2.4),
        )
        save_state(path, self.model, self.optimizer, self.generator, progress, self.windows)

    def load(self, path: Path) -> Progress:
        """Put a state file back."""
        return load_state(path, self.model, self.optimizer, self.generator, self.windows)


def model_files(folder: Path) -> list[bytes]:
    """Return valid model files: a cell of each kind with 32-bit numbers, and a half of each."""
    files = []
    for half in (False, True):
        for number, config in enumerate(CONFIGS):
            seed_everything(number)
            header = ModelHeader(
                name="Valid",
                vocabulary=VOCABULARY,
                config=config,
                step=7,
                train_loss=1.5,
                val_loss=2.5,
                corpus=CorpusInfo("a.abc", "0" * 12, 3, 500),
            )
            path = folder / "valid.safetensors"
            save_model(path, build_model(config, len(VOCABULARY)), header, half=half)
            files.append(path.read_bytes())
    return files


def state_files(folder: Path) -> list[bytes]:
    """Return a valid state file for each of `CONFIGS`."""
    files = []
    for number, config in enumerate(CONFIGS):
        seed_everything(number)
        trainee = Trainee.fresh(config)
        for _ in range(3):
            trainee.step()
        path = folder / "valid.safetensors"
        trainee.save(path)
        files.append(path.read_bytes())
    return files


def use_model(path: Path) -> None:
    """Load a model and use it; raises what is not sound."""
    loaded = load_model(path)
    ids = torch.arange(len(loaded.header.vocabulary))[None].repeat(1, 3)
    with torch.no_grad():
        logits, _ = loaded.model(ids)
    if not logits.isfinite().all():
        raise AssertionError("the model's scores are not finite")
    loaded.header.name.encode()
    loaded.header.vocabulary.characters.encode("utf-8", "surrogateescape")


def use_header(path: Path) -> None:
    """Read what a model says of itself."""
    read_header(path).name.encode()


def use_state(config: TrainingConfig) -> Callable[[Path], None]:
    """Return a reader that puts a state back and trains on."""

    def use(path: Path) -> None:
        trainee = Trainee.fresh(config)
        progress = trainee.load(path)
        _check_progress(progress)
        for tensor in trainee.model.state_dict().values():
            if not tensor.isfinite().all():
                raise AssertionError("a weight is not finite")
        trainee.step()
        torch.rand(700)

    return use


def use_progress(path: Path) -> None:
    """Read how far a run has come."""
    _check_progress(read_progress(path))


def _check_progress(progress: Progress) -> None:
    if min(progress.step, progress.best_step, progress.evaluated_step) < 0:
        raise AssertionError(f"negative steps: {progress}")
    if not 0 <= progress.train_seconds < float("inf"):
        raise AssertionError(f"no time: {progress}")


@dataclass
class Tally:
    """What became of the files."""

    watch: Watch
    refused: Counter[str] = field(default_factory=Counter)
    loaded: int = 0
    failures: list[str] = field(default_factory=list)
    slowest_ms: float = 0.0
    slowest: str = ""
    cpu_ms: list[float] = field(default_factory=list)
    wall_ms: list[float] = field(default_factory=list)
    most_memory: int = 0

    def read(self, name: str, path: Path, reader: Callable[[Path], None]) -> bool:
        """Read one file and return whether it was refused."""
        before = reset_peak()
        is_refused, cpu_ms, wall_ms = self._once(name, path, reader)
        grown = peak_bytes() - before
        if is_refused:
            for _ in range(6):
                if cpu_ms <= LIMIT_MS and wall_ms <= LIMIT_MS:
                    break
                again = self._once(name, path, reader)
                cpu_ms, wall_ms = min(cpu_ms, again[1]), min(wall_ms, again[2])
            self._note_times(name, cpu_ms, wall_ms)
        self.most_memory = max(self.most_memory, grown)
        allowed = _bytes_on_disk(path) + SPARE_BYTES
        if grown > allowed:
            self.failures.append(f"{name}: {grown} bytes of memory, {allowed} are allowed")
        return is_refused

    def _note_times(self, name: str, cpu_ms: float, wall_ms: float) -> None:
        self.cpu_ms.append(cpu_ms)
        self.wall_ms.append(wall_ms)
        if cpu_ms > self.slowest_ms:
            self.slowest_ms, self.slowest = cpu_ms, name
        if cpu_ms > LIMIT_MS:
            self.failures.append(f"{name}: refused after {cpu_ms:.0f} ms")

    def _once(
        self, name: str, path: Path, reader: Callable[[Path], None]
    ) -> tuple[bool, float, float]:
        cpu, wall = time.process_time(), time.perf_counter()
        is_refused = False
        try:
            with self.watch.on():
                reader(path)
        except ModelFileError as error:
            is_refused = True
            sentence = english(error.message_id, error.parameters)
            self.refused[error.message_id] += 1
            if path.name[:200] not in sentence and ascii(str(path))[1:-1][:200] not in sentence:
                self.failures.append(f"{name}: the sentence names no file: {sentence[:300]}")
        except Exception:  # noqa: BLE001  whatever it is, it is what the fuzzer looks for
            self.failures.append(f"{name}: {traceback.format_exc(limit=-3)}")
        else:
            self.loaded += 1
        took = (time.process_time() - cpu, time.perf_counter() - wall)
        return is_refused, 1000 * took[0], 1000 * took[1]


def _bytes_on_disk(path: Path) -> int:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return 0
    return min(state.st_size, 512 * getattr(state, "st_blocks", state.st_size))


def reset_peak() -> int:
    """Begin to measure the most memory in use; return what is in use now (0 without /proc)."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return 0
    return process_bytes("VmRSS")


def peak_bytes() -> int:
    """Return the most memory in use since `reset_peak` (0 without /proc)."""
    try:
        return process_bytes("VmHWM")
    except OSError:
        return 0
