"""The side that works: reads one job a line (JSON) on its standard input, answers one line each.

It knows nothing of Django, so that it starts in a moment and gives its memory back when it ends: after IDLE_SECONDS without work,
after `most_jobs`, or with its parent. A file made to exhaust the memory ends this process, not the site; one that takes longer
than its ceiling too, even where nobody is left to kill it.
"""

import json
import os
import resource
import select
import signal
import sys
from collections.abc import Callable, Mapping

IDLE_SECONDS = 40


class Refused(ValueError):
    """A file that is of no use; the text is a code that the site puts in words."""


def serve(jobs: Mapping[str, Callable[[dict], dict]], *, most_memory: int, most_jobs: int, out_of_memory: str) -> None:
    """Answer until there is nothing to do. `most_memory` is in bytes of address space; `out_of_memory` is the code of who met
    it."""
    resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What a library prints is no answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for _ in range(most_jobs):
        if not select.select([sys.stdin], [], [], IDLE_SECONDS)[0]:
            return
        line = sys.stdin.readline()
        if not line:
            return
        print(json.dumps(answer(jobs, line, out_of_memory)), file=answers, flush=True)


def answer(jobs: Mapping[str, Callable[[dict], dict]], line: str, out_of_memory: str) -> dict:
    job = json.loads(line)
    signal.setitimer(signal.ITIMER_REAL, job["ceiling"] + 5)  # its asker kills it before; who is no more there cannot
    try:
        return jobs[job["job"]](job)
    except Refused as refused:
        return {"refused": str(refused)}
    except MemoryError:
        return {"refused": out_of_memory}
    # Decoders meet files of every kind, and each fails in its own way: whatever it is, this file is of no use.
    except Exception as error:
        return {"refused": "damaged", "why": f"{type(error).__name__}: {error}"[:300]}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
