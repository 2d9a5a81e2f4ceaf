"""Answers that would hang, fill or end the program, and what may be left of them."""

from pathlib import Path

HOSTILE = {
    "while True": "while True:\n    pass",
    "8 GB": "a = bytearray(8_000_000_000)",
    "8 GB of torch": "import torch\na = torch.zeros(2_000_000_000)",
    "exit()": "exit()",
    "os._exit(0)": "import os\nos._exit(0)",
    "segmentation fault": "import ctypes\nctypes.string_at(0)",
    "100 MB of print": "for _ in range(1000):\n    print('x' * 100_000)",
    "100 MB below Python": "import os\nfor _ in range(1000):\n    os.write(1, b'x' * 100_000)",
    "4 GB in a file": "with open('a', 'wb') as file:\n    for _ in range(4000):\n"
    "        file.write(bytes(1_000_000))",
    "4 GB in files": "for n in range(4100):\n    with open(f'a{n}', 'wb') as file:\n"
    "        file.write(bytes(999_000))",
    "50 forks": "import os\nfor _ in range(50):\n    os.fork()",
    "50 forks, caught": "import os\nfor _ in range(50):\n    try:\n        os.fork()\n"
    "    except Exception:\n        pass",
    "a thread without end": "import threading\ndef f():\n    while True:\n        pass\n"
    "threading.Thread(target=f).start()",
    "input()": "input('?')",
    "closed output": "import sys\nsys.stdout.close()\nprint('x')",
    "all descriptors closed": "import os\nos.closerange(0, 100)",
    "torch patched": "import torch\ntorch.sigmoid = lambda x: x",
    "a file elsewhere": "open('../../lesson-was-here', 'w')",
    "torch.save elsewhere": "import torch\ntorch.save(torch.zeros(1), '../../lesson-was-here')",
    "a program": "import subprocess\nsubprocess.run(['sleep', '60'])",
}


def session_of(leader: int) -> list[int]:
    """Return the processes of a session that are no zombies, where `/proc` tells."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_bytes().rpartition(b")")[2].split()
        except OSError:
            continue
        if int(words[3]) == leader and words[0] not in (b"Z", b"X"):
            found.append(int(stat.parent.name))
    return found
