"""Run the command line on the host card, as one of several processes: gloo stands in for NCCL.

python -m tests.hostcard.run_on_card train --device cuda ...
"""

import sys
from typing import Any

from tests.hostcard import host_card  # noqa: F401


def main() -> int:
    """Run a command."""
    import torch.distributed

    from abcstudio.cli.main import main as run

    distributed: Any = torch.distributed
    join = distributed.init_process_group
    distributed.init_process_group = lambda _backend: join("gloo")
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
