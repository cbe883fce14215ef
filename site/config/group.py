"""`make run` (the demo) and `make office` (an empty site of one's own): prepares the installation, then keeps web, worker and
clock together until Ctrl-C, SIGTERM or the end of its terminal. Standard library only, so that the process that waits stays
small."""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
#: What starts: the target of make, its folder of data where none is chosen, and how it is prepared.
STARTS = {
    "run": (ROOT / "var", ["--demo"]),
    "office": (ROOT / "var" / "office", ["--no-link"]),  # the link stands at the end of what is printed
}
#: The target of make that this process was started by.
TARGET = "office" if "office" in sys.argv[1:] else "run"
STOP_SECONDS = 10


def stop(sentence: str) -> None:
    print(f"\n{sentence}", file=sys.stderr)
    sys.exit(1)


def chosen_port() -> int:
    text = os.environ.get("PORT", "").strip() or "8000"
    if not (text.isascii() and text.isdecimal() and len(text) <= 5 and 1 <= int(text) <= 65535):
        stop(f"PORT is “{text}”, but a port is a whole number from 1 to 65535. For example: make {TARGET} PORT=8001")
    return int(text)


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            stop(f"Port {port} needs the rights of the administrator. Choose a greater one: make {TARGET} PORT=8000")
        except OSError:
            other = port + 1 if port < 65535 else port - 1
            stop(f"Port {port} is taken by another program. Choose another one: make {TARGET} PORT={other}")


class Turn:
    """One group at a time runs from a folder of data: two would be two clocks and two addresses for one installation. The
    processes hold it too, so that those of a group that was killed are named to whoever starts the next."""

    def __init__(self, folder: Path):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.file = (folder / "group.lock").open("a+")
        except OSError as problem:
            stop(
                f"VAR_DIR: {folder} cannot be written: {problem.strerror}. Give a folder that is yours: make {TARGET} VAR_DIR=var"
            )
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.file.seek(0)
            address, *numbers = self.file.read().split() or ["(being started)"]
            mend = f"Ctrl-C ends it where it was started, or: kill {' '.join(numbers)}" if numbers else "It is being started."
            stop(f"Escale runs from the folder {folder} already, at {address}. {mend}")

    def write(self, address: str, processes: list[int]) -> None:
        self.file.seek(0)
        self.file.truncate()
        self.file.write(" ".join([address, *map(str, processes)]))
        self.file.flush()


def commands(port: int) -> dict[str, list[str]]:
    python = sys.executable
    # One web process with its few threads (`config.door`) is plenty for an office; granian's own parent costs little memory.
    web = [python, "-m", "granian", "--interface", "asginl", "--host", HOST, "--port", str(port), "--workers", "1"]
    web += ["--workers-kill-timeout", "10", "--log-level", "warning", "--no-ws"]
    web += ["config.asgi:application"]
    return {
        "web": web,
        "worker": [python, "manage.py", "db_worker", "--queue-name", "*", "--interval", "0.5", "-v", "0"],
        "clock": [python, "manage.py", "clock"],
    }


def wait_until_it_answers(port: int, process: subprocess.Popen) -> None:
    for _ in range(300):
        if process.poll() is not None:
            stop("The web server stopped at once; the lines above say why.")
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    stop("The web server did not answer within 30 seconds.")


def end_all(processes: dict[str, subprocess.Popen]) -> None:
    for process in processes.values():
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    for process in processes.values():
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()


def end_on_signals() -> None:
    """SIGTERM, and SIGHUP when the terminal is closed, end the group as Ctrl-C does; under `nohup` SIGHUP stays ignored."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        signal.signal(signal.SIGHUP, lambda *_: sys.exit(0))


def ignore_signals() -> None:
    """While everything ends: a second signal must not leave half of it running."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)


def main() -> None:
    port = chosen_port()
    default_folder, ways = STARTS[TARGET]
    folder = Path(os.environ.get("VAR_DIR") or default_folder)
    turn = Turn(folder)
    check_port(port)
    address = f"http://{HOST}:{port}"
    turn.write(address, [os.getpid()])
    end_on_signals()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE") or "config.settings.dev",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
        "VAR_DIR": str(folder),
        "BASE_URL": os.environ.get("BASE_URL") or address,
        "MALLOC_ARENA_MAX": "2",  # glibc otherwise keeps a heap per thread: tens of megabytes for nothing
    }
    if shutil.disk_usage(ROOT).free < 200_000_000:
        stop("The disk is almost full: less than 200 MB are free. Free some space, then run the command again.")
    print("Preparing the database (a minute or two the first time)…", flush=True)
    if subprocess.run([sys.executable, "manage.py", "prepare", *ways], cwd=ROOT, env=environment).returncode:
        stop("The installation could not be prepared; the lines above say why.")
    # A session of its own for each, so that Ctrl-C reaches this process alone and everything ends in order.
    processes = {
        name: subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, pass_fds=[turn.file.fileno()])
        for name, command in commands(port).items()
    }
    try:
        turn.write(address, [os.getpid(), *(process.pid for process in processes.values())])
        wait_until_it_answers(port, processes["web"])
        subprocess.run([sys.executable, "manage.py", "show_addresses"], cwd=ROOT, env=environment, check=False)
        while all(process.poll() is None for process in processes.values()):
            time.sleep(0.5)
        ended = next(name for name, process in processes.items() if process.poll() is not None)
        stop(f"The {ended} process ended by itself; everything is stopped. The lines above say why.")
    except KeyboardInterrupt:
        print("\nStopping…")
    finally:
        ignore_signals()
        end_all(processes)


if __name__ == "__main__":
    main()
