"""What of torch travels: rules, which a test holds against what a training and lessons load.

torch's first optimizer imports the front end of its compiler, and that imports much; the compiler
itself, its back ends and its tests never run in the packaged program, which has no C++ compiler.
They were tried with torch 2.13 and 2.15, whose front end is longer.
"""

from importlib.metadata import PackageNotFoundError, version

LONGER_SINCE = (2, 14)

_COMPILER = (
    "analysis.profile_analysis", "async_compile", "autoheuristic", "autotune_process", "codecache",
    "codegen", "comm_analysis", "comms", "compile_fx", "compile_worker", "compiler_bisector",
    "cudagraph_trees", "debug", "decomposition", "dependencies", "fx_passes", "fx_utils", "graph",
    "ir", "kernel", "loop_body", "lowering", "memory", "mkldnn_ir", "mkldnn_lowerings",
    "ops_handler", "output_code", "pattern_matcher", "runtime.benchmarking", "runtime.caching",
    "runtime.triton_helpers", "runtime.triton_heuristics", "scheduler", "select_algorithm",
    "sizevars", "template_heuristics", "tiling_utils",
)  # fmt: skip
_TESTS = (
    "common_device_type", "common_methods_invocations", "common_utils", "opinfo", "optests",
)  # fmt: skip
_ALGEBRA = (
    "assumptions.handlers", "categories", "codegen", "combinatorics", "integrals.heurisch",
    "integrals.manualintegrate", "integrals.prde", "integrals.rde", "integrals.risch",
    "logic.algorithms", "physics", "polys.numberfields.resolvent_lookup", "printing.c",
    "printing.fortran", "tensor.array.expressions", "tensor.tensor", "testing", "vector",
)  # fmt: skip

# What newer versions of the front end load as well, and the sources among it that they read.
_LONGER_FRONT = ("torch._inductor.codegen", "torch._inductor.ops_handler")
_LONGER_SOURCES = (
    "_dynamo/variables/memory.py", "_higher_order_ops/flex_gemm.py",
    "fx/experimental/proxy_tensor.py",
)  # fmt: skip


def _has_longer_front() -> bool:
    """Return whether the torch that is to travel is one of the newer versions."""
    try:
        major, minor = version("torch").split(".")[:2]
    except PackageNotFoundError:
        return False
    return (int(major), int(minor)) >= LONGER_SINCE


_KEPT, _READ = (_LONGER_FRONT, _LONGER_SOURCES) if _has_longer_front() else ((), ())

_UNUSED = (
    # its exporters and tools
    "torch.onnx", "torch.utils.tensorboard", "torch.utils.bottleneck", "torch.utils.benchmark",
    "torch.utils.cpp_extension", "torch.utils.hipify", "torch.export._trace",
    "torch.export._unlift", "torch.export.pt2_archive", "torch._export.non_strict_utils",
    "torch._export.passes", "torch._export.serde", "torchgen.api", "functorch", "filelock",
    # its compiler, behind the front end, and kernels for cards
    *(f"torch._inductor.{name}" for name in _COMPILER), "triton",
    "torch._dynamo.backends.distributed", "torch._dynamo.debug_utils", "torch._dynamo.repro",
    "torch._functorch._activation_checkpointing", "torch._functorch._activation_offloading",
    "torch._functorch._aot_autograd.autograd_cache",
    "torch._functorch._aot_autograd.graph_compile", "torch._functorch.aot_autograd",
    "torch._functorch.partitioners", "torch._native.ops.topk.cutedsl_kernels",
    "torch._vendor.quack", "torch.fx._graph_pickler", "torch.fx.experimental.validator",
    "torch.sparse._triton_ops", "torch.sparse._triton_ops_meta",
    # what reshapes networks for telephones, and what trains on many machines
    "torch.ao.ns", "torch.ao.pruning", "torch.ao.quantization.backend_config",
    "torch.ao.quantization.fx", "torch.distributed._tools",
    "torch.distributed.algorithms.ddp_comm_hooks", "torch.distributed.checkpoint",
    "torch.distributed.elastic", "torch.distributed.optim", "torch.distributed.tensor.debug",
    "torch.distributed.tensor.experimental",
    # its own tests, and the algebra that shapes of tensors have no use for
    *(f"torch.testing._internal.{name}" for name in _TESTS),
    *(f"sympy.{name}" for name in _ALGEBRA),
)  # fmt: skip

UNUSED_OF_TORCH = [name for name in _UNUSED if name not in _KEPT]

# torch's bytecode is enough but for these, which it reads at run time: remarks beside settings, and
# functions that TorchScript compiles.
SOURCES_OF_TORCH = (
    "__init__.py", "_compile.py", "_dynamo/_trace_wrapped_higher_order_op.py", "_dynamo/config.py",
    "_dynamo/eval_frame.py", "_dynamo/variables/streams.py", "_export/config.py",
    "_functorch/config.py", "_inductor/config.py", "_library/custom_ops.py", "_native/registry.py",
    "compiler/config.py", "cuda/__init__.py", "cuda/random.py",
    "distributed/_functional_collectives.py", "distributed/config.py",
    "distributed/tensor/_collective_utils.py", "functional.py", "fx/experimental/_config.py",
    "mtia/__init__.py", "nn/functional.py", "nn/modules/activation.py", "nn/modules/container.py",
    "nn/modules/linear.py", "nn/modules/rnn.py", "random.py", "utils/_debug_mode/_mode.py",
    "utils/serialization/config.py", "xpu/__init__.py", "xpu/random.py",
    *_READ,
)  # fmt: skip
