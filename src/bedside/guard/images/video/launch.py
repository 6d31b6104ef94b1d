"""
Takes limits upon itself and becomes another program.

Run as `python -I -m bedside.guard.images.video.launch MEMORY SECONDS WRITES PROGRAM ARGUMENT...`:
bytes of address space, seconds of processor time, bytes of a file. The limits hold from the first
instruction of the program on, and no code runs between fork and exec of a process with threads.
"""

from __future__ import annotations

import os
import resource
import sys

NICE = 10


def main() -> None:
    """Limit this process and replace it."""
    memory, seconds, writes = (int(limit) for limit in sys.argv[1:4])
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (writes, writes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execv(sys.argv[4], sys.argv[4:])


if __name__ == "__main__":
    main()
