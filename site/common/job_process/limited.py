"""Runs another program within limits: `python limited.py MEMORY SECONDS BYTES PROGRAM ARGUMENTS…`, its address space in bytes,
its time of processor, the largest file it may write. A script of its own, since threads set no limits between fork and exec."""

import os
import resource
import sys


def main(memory: str, seconds: str, file_size: str, *command: str) -> None:
    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, file_size),
        (resource.RLIMIT_CORE, "0"),
    ):
        resource.setrlimit(limit, (int(value), int(value)))
    os.nice(10)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(*sys.argv[1:])
