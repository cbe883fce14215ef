"""`python site/config/alive.py worker` (or `clock`): whether that process gave a sign of life lately, by the age of its file in
VAR_DIR. Standard library only: a health check that loaded Django each half a minute would cost more than what it looks at."""

import os
import sys
import time
from pathlib import Path

#: Seconds after which a process is taken for dead: eight signs of a worker, and five minutes that the clock missed.
SILENCE = {"worker": 120, "clock": 300}


def sentence_of(folder: Path, name: str) -> tuple[bool, str]:
    if name not in SILENCE:
        return False, f"“{name}” is none of: {', '.join(SILENCE)}."
    try:
        # Of the future: from before the machine's clock was set back.
        age = abs(time.time() - (folder / f"{name}.alive").stat().st_mtime)
    except OSError:
        return False, f"The {name} has given no sign of life yet in {folder}."
    return age < SILENCE[name], f"The {name} gave a sign of life {age:.0f} seconds ago."


def main() -> int:
    folder = Path(os.environ.get("VAR_DIR") or Path(__file__).resolve().parents[2] / "var")
    is_alive, sentence = sentence_of(folder, " ".join(sys.argv[1:]))
    print(sentence, file=sys.stdout if is_alive else sys.stderr)
    return 0 if is_alive else 1


if __name__ == "__main__":
    sys.exit(main())
