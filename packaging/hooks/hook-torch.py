"""PyInstaller's own hook collects all of torch; this one takes what a training step imports.

Of torch's .py sources those travel that it reads at run time; of the rest the bytecode is enough.
"""

from pathlib import Path, PurePosixPath

from PyInstaller.utils.hooks import (
    collect_dynamic_libs,
    collect_submodules,
    copy_metadata,
    get_module_file_attribute,
)
from torch_rules import SOURCES_OF_TORCH

_torch = Path(get_module_file_attribute("torch")).parent

hiddenimports = [
    *collect_submodules("torch.nn"),
    *collect_submodules("torch.optim"),
    # torch.optim imports the compiler's front end, which loads its parts by name.
    *collect_submodules("torch._dynamo.polyfills"),
    "torch.utils.data",
    "unittest",
    "unittest.mock",
]
binaries = collect_dynamic_libs("torch")
datas = [
    *copy_metadata("torch"),
    *((str(_torch / name), str(PurePosixPath("torch", name).parent)) for name in SOURCES_OF_TORCH),
]

_manager = _torch / "bin" / "torch_shm_manager"
if _manager.exists():
    binaries.append((str(_manager), "torch/bin"))
