"""`make run`: prepares the installation, then keeps web, worker and clock together until Ctrl-C. Standard library only, so
that the process that waits stays small."""

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
STOP_SECONDS = 10


def stop(sentence: str) -> None:
    print(f"\n{sentence}", file=sys.stderr)
    sys.exit(1)


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            stop(f"Port {port} is taken by another program. Choose another one: make run PORT={port + 1}")


def commands(port: int) -> dict[str, list[str]]:
    python = sys.executable
    # One web process with a few threads is plenty for an office; granian's own parent costs little memory.
    web = [python, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port), "--workers", "1"]
    web += ["--blocking-threads", "4", "--log-level", "warning", "--no-ws", "config.wsgi:application"]
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


def main() -> None:
    port = int(os.environ.get("PORT") or 8000)
    check_port(port)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "config.settings.dev"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
        "BASE_URL": os.environ.get("BASE_URL", f"http://{HOST}:{port}"),
        "MALLOC_ARENA_MAX": "2",  # glibc otherwise keeps a heap per thread: tens of megabytes for nothing
    }
    if shutil.disk_usage(ROOT).free < 200_000_000:
        stop("The disk is almost full: less than 200 MB are free. Free some space, then run the command again.")
    if subprocess.run([sys.executable, "manage.py", "prepare", "--demo"], cwd=ROOT, env=environment).returncode:
        stop("The installation could not be prepared; the lines above say why.")
    # A session of its own for each, so that Ctrl-C reaches this process alone and everything ends in order.
    processes = {
        name: subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
        for name, command in commands(port).items()
    }
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        wait_until_it_answers(port, processes["web"])
        subprocess.run([sys.executable, "manage.py", "show_addresses"], cwd=ROOT, env=environment, check=False)
        while all(process.poll() is None for process in processes.values()):
            time.sleep(0.5)
        ended = next(name for name, process in processes.items() if process.poll() is not None)
        stop(f"The {ended} process ended by itself; everything is stopped. The lines above say why.")
    except KeyboardInterrupt:
        print("\nStopping…")
    finally:
        end_all(processes)


if __name__ == "__main__":
    main()
