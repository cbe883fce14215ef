"""Python reads this before anything else where its folder is on the path: the process then reads the time of the drills, the
machine's and as many seconds as stand in the file DRILL_TIME, even when that changes. What waits goes by the real time."""

import os
import threading
import time
from contextlib import suppress
from pathlib import Path

import time_machine

FILE = Path(os.environ["DRILL_TIME"])
LOOK_SECONDS = 0.2


def seconds() -> float:
    return float(FILE.read_text())


offset = seconds()
coordinates = time_machine.travel(time.time() + offset, tick=True).start()


def follow() -> None:
    global offset
    while True:
        with suppress(OSError, ValueError):
            if (now := seconds()) != offset:
                coordinates.shift(now - offset)
                offset = now
        time.sleep(LOOK_SECONDS)


def start_following() -> None:
    threading.Thread(target=follow, name="clock-of-the-drills", daemon=True).start()


start_following()
os.register_at_fork(after_in_child=start_following)
