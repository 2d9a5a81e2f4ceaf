"""Loading torch beside a window: in a process of its own, since it can be loaded only once."""

import gc
import json
import subprocess
import sys

from abcstudio.learning.loading import is_loading, loading_library

CODE = """
import gc, json, sys
from abcstudio.learning.loading import load_optimizers, load_torch
rounds = []
gc.callbacks.append(lambda phase, facts: rounds.append(phase))
load_torch()
facts = {"torch": "torch" in sys.modules, "compiler_yet": "torch._dynamo" in sys.modules}
load_optimizers()
facts["rounds"] = len(rounds)
facts["compiler"] = "torch._dynamo" in sys.modules
facts["frozen"] = gc.get_freeze_count()
facts["collects"] = gc.isenabled()
import torch
before = set(sys.modules)
weight = torch.nn.Parameter(torch.ones(2))
optimizer = torch.optim.AdamW([weight], fused=True)
weight.sum().backward()
optimizer.step()
facts["late"] = sorted(n for n in set(sys.modules) - before if "dynamo" in n or "sympy" in n)
facts["moved"] = bool((weight < 1).all())
print(json.dumps(facts))
"""


def test_torch_and_its_optimizers_are_loaded_without_the_collector_of_garbage() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    facts = json.loads(done.stdout)
    assert facts["torch"]
    assert not facts["compiler_yet"]
    assert facts["compiler"]
    assert facts["late"] == []
    assert facts["moved"]
    assert facts["rounds"] == 0
    assert facts["frozen"] > 100_000
    assert facts["collects"]


def test_no_garbage_is_collected_while_a_library_is_loaded() -> None:
    assert not is_loading()
    was_enabled = gc.isenabled()
    with loading_library():
        assert is_loading()
        assert not gc.isenabled()
    assert not is_loading()
    assert gc.isenabled() == was_enabled
