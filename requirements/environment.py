"""Makes or refreshes the virtual environment: `python3 requirements/environment.py base|test`.

Only the standard library, and syntax old Pythons can read, so that an old one gets a sentence and not a traceback.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.environ.get("VENV", os.path.join(ROOT, ".venv"))
# The environment takes about 500 MB, the demo destination and its pictures 300 MB more.
NEEDED_BYTES = 1000000000


def stop(sentence):
    sys.stderr.write("\n" + sentence + "\n")
    sys.exit(1)


def check_machine():
    if sys.version_info < (3, 11):
        stop(
            "Escale needs Python 3.11 or newer; this one is %d.%d. Install a newer Python, then: make run PYTHON=python3.11"
            % sys.version_info[:2]
        )
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES:
        stop(
            "The disk is almost full: Escale needs 1 GB free and finds %d MB. Free some space, then run the command again."
            % (free // 1000000)
        )


def wanted_mark(name):
    content = b""
    for file in ["base.txt"] + (["test.txt"] if name == "test" else []):
        with open(os.path.join(ROOT, "requirements", file), "rb") as handle:
            content += handle.read()
    return hashlib.sha256(content + sys.version.encode()).hexdigest()


def main(name):
    mark_file = os.path.join(VENV, "installed-" + name)
    mark = wanted_mark(name)
    if os.path.exists(mark_file):
        with open(mark_file) as handle:
            if handle.read() == mark:
                return
    check_machine()
    print("Preparing the environment (about a minute the first time)…", flush=True)
    python = os.path.join(VENV, "bin", "python")
    try:
        if not os.path.exists(python):
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        # What is never imported need not be compiled: Python compiles the rest when it is first read (a third of the time).
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--no-compile"]
        subprocess.run(install + ["-r", os.path.join(ROOT, "requirements", name + ".txt")], check=True)
    except subprocess.CalledProcessError as error:
        stop(
            "The environment could not be made (the lines above say why). Is the network there? Then run the command again. [%s]"
            % error.returncode
        )
    with open(mark_file, "w") as handle:
        handle.write(mark)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "base")
