"""The side that asks. The process is started when needed, one for each process of ours, and does one job at a time: however many
ask, the memory is that of one job, and none takes longer than its ceiling."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from select import select
from time import monotonic

#: Passwords and keys of the installation are no business of a process that reads files of strangers.
PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "SYSTEMROOT")


#: How a process ends that rested too long, or that somebody stopped, and not by its job.
NOT_BY_ITS_JOB = (0, -signal.SIGKILL, -signal.SIGTERM)


class JobRefused(ValueError):
    """A job that has no result; `code` is the process's own, `too_slow`, or `ended`: the job ended the process, as what exhausts
    the memory does."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


class JobProcess:
    """The process and who waits for it. Its jobs and answers are one line of JSON each."""

    def __init__(self, script: Path):
        self._script = script
        self._lock = threading.Lock()
        self._running: subprocess.Popen | None = None
        self._exit_code = 0

    @property
    def pid(self) -> int | None:
        """For who measures its memory; None while it rests."""
        return self._running and self._running.pid

    def answer(self, job: dict, ceiling: float) -> dict:
        """The answer of the process to a job. Waits for its turn, then `ceiling` seconds at most. Raises `JobRefused`."""
        line = json.dumps(job | {"ceiling": ceiling}) + "\n"
        with self._lock:
            end = monotonic() + ceiling
            was_running = self._is_running()
            try:
                answer = self._exchange(line, end)
                if answer is None and was_running and self._exit_code in NOT_BY_ITS_JOB:
                    answer = self._exchange(line, end)
            except TimeoutError:
                raise JobRefused("too_slow") from None
        if answer is None:
            raise JobRefused("ended")
        if "refused" in answer:
            raise JobRefused(answer["refused"])
        return answer

    def _exchange(self, line: str, end: float) -> dict | None:
        """The answer to one job, None where the process ended. TimeoutError, and the process is killed, when it is not there at
        `end` (of `monotonic`)."""
        process = self._start()
        try:
            process.stdin.write(line)
            process.stdin.flush()
            if not select([process.stdout], [], [], max(0, end - monotonic()))[0]:
                self._kill()
                raise TimeoutError
            if answer := process.stdout.readline():
                return json.loads(answer)
        except (BrokenPipeError, ValueError):
            pass
        with suppress(subprocess.TimeoutExpired):
            process.wait(1)  # so that it is seen how it ended
        self._kill()
        return None

    def _is_running(self) -> bool:
        return self._running is not None and self._running.poll() is None and self._running.parent == os.getpid()

    def _start(self) -> subprocess.Popen:
        if not self._is_running():
            environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
            self._running = subprocess.Popen(
                [sys.executable, str(self._script)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                env=environment,
            )
            self._running.parent = os.getpid()  # after a fork, the pipes are the other's
        return self._running

    def _kill(self) -> None:
        process, self._running = self._running, None
        process.kill()
        self._exit_code = process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):
                pipe.close()
