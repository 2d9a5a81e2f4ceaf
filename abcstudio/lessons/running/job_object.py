"""Windows' way to limit a process with all that it starts: a job object."""

import subprocess
import sys

from abcstudio.lessons.running.limits import Limits

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _ACTIVE_PROCESS, _PROCESS_MEMORY, _KILL_ON_CLOSE = 0x8, 0x100, 0x2000
    _EXTENDED_LIMITS = 9

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Limits(ctypes.Structure):
        _fields_ = (
            ("Basic", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.SetInformationJobObject.argtypes = (
        wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
    )  # fmt: skip
    _kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

    # Beside what the libraries take.
    _LIBRARIES_BYTES = 2_000_000_000

    def _limited(process: subprocess.Popen[bytes], limits: Limits) -> int:
        handle: int = _kernel.CreateJobObjectW(None, None)
        flags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _KILL_ON_CLOSE
        basic = _BasicLimits(LimitFlags=flags, ActiveProcessLimit=limits.processes)
        memory = limits.memory_bytes + _LIBRARIES_BYTES
        wanted = _Limits(Basic=basic, ProcessMemoryLimit=memory)
        size = ctypes.sizeof(wanted)
        _kernel.SetInformationJobObject(handle, _EXTENDED_LIMITS, ctypes.byref(wanted), size)
        _kernel.AssignProcessToJobObject(handle, int(process._handle))
        return handle

    def _close(handle: int) -> None:
        _kernel.CloseHandle(handle)

else:

    def _limited(process: subprocess.Popen[bytes], limits: Limits) -> int:
        return 0

    def _close(handle: int) -> None:
        pass


class JobObject:
    """Limits on a process with its children, which end when it is closed.

    On other systems it is nothing: there a process is limited from inside.
    """

    def __init__(self, process: subprocess.Popen[bytes], limits: Limits) -> None:
        self._handle = _limited(process, limits)

    def close(self) -> None:
        """End what it holds."""
        _close(self._handle)
