"""Makes or refreshes the virtual environment: `python3 requirements/environment.py base|test`.

Only the standard library, and syntax old Pythons can read, so that an old one gets a sentence and not a traceback.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.environ.get("VENV", os.path.join(ROOT, ".venv"))
# The environment takes about 500 MB, the demo destination and its pictures 300 MB more.
NEEDED_BYTES = 1000000000
# What this machine tells pip about its network, and the names uv has for it.
SETTINGS = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
}


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


def settings_of_pip(python):
    """pip's configuration, from its files and its variables, as uv's environment. `pip config list` writes name='value' lines."""
    environment = dict(os.environ)
    listed = subprocess.run([python, "-m", "pip", "config", "list"], stdout=subprocess.PIPE, text=True).stdout
    for line in listed.splitlines():
        name, _, value = line.partition("=")
        variable = SETTINGS.get(name.rpartition(".")[2])
        if variable:
            # Several values stand on lines of their own, which the list shows escaped.
            environment.setdefault(variable, " ".join(value.strip("'\"").replace("\\n", " ").split()))
    return environment


def install_with_uv(python, file):
    """Whether it has: uv reads the same pins and hashes in a sixth of the time. Where it does not come or fails, pip does it."""
    with tempfile.TemporaryDirectory() as folder:
        pins = os.path.join(ROOT, "requirements", "installer.txt")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
        if subprocess.run(pip + ["--target", folder, "--require-hashes", "-r", pins], stderr=subprocess.DEVNULL).returncode:
            return False
        uv = [os.path.join(folder, "bin", "uv"), "pip", "install", "--quiet", "--python", python, "--require-hashes"]
        return not subprocess.run(uv + ["-r", file], env=settings_of_pip(python), stderr=subprocess.DEVNULL).returncode


def main(name):
    mark_file = os.path.join(VENV, "installed-" + name)
    mark = wanted_mark(name)
    if os.path.exists(mark_file):
        with open(mark_file) as handle:
            if handle.read() == mark:
                return
    check_machine()
    print("Preparing the environment (less than a minute the first time)…", flush=True)
    python = os.path.join(VENV, "bin", "python")
    try:
        if not os.path.exists(python):
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        file = os.path.join(ROOT, "requirements", name + ".txt")
        if not install_with_uv(python, file):
            # What is never imported need not be compiled: Python compiles the rest when it is first read (a third of the time).
            install = [
                python,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--require-hashes",
                "--no-compile",
            ]
            subprocess.run(install + ["-r", file], check=True)
    except subprocess.CalledProcessError as error:
        stop(
            "The environment could not be made (the lines above say why). Is the network there? Then run the command again. [%s]"
            % error.returncode
        )
    with open(mark_file, "w") as handle:
        handle.write(mark)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "base")
