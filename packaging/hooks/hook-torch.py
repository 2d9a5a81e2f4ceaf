"""PyInstaller's own hook collects all of torch; this one takes what a training step imports.

torch reads its own .py sources at run time (TorchScript), so they travel beside the bytecode,
except of the packages that no training step reads.
"""

from pathlib import Path

from bundle_rules import TORCH_BYTECODE_ONLY, TORCH_WITH_SOURCES
from PyInstaller.utils.hooks import (
    collect_dynamic_libs,
    collect_submodules,
    copy_metadata,
    get_module_file_attribute,
)

module_collection_mode = {
    "torch": "pyz+py",
    **{f"torch.{name}": "pyz" for name in TORCH_BYTECODE_ONLY},
    **{f"torch.{name}": "pyz+py" for name in TORCH_WITH_SOURCES},
}
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
datas = copy_metadata("torch")

_manager = Path(get_module_file_attribute("torch")).parent / "bin" / "torch_shm_manager"
if _manager.exists():
    binaries.append((str(_manager), "torch/bin"))
