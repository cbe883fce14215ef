"""What a file of outlines holds, in words."""

from functools import cache
from pathlib import Path

from common.content_files import read_yaml
from installation.importers.outlines import LEFT_OUT, Survey

FOLDER = Path(__file__).resolve().parents[1] / "content"


@cache
def department_names() -> dict[str, str]:
    """Code → name: « 82 » → « Tarn-et-Garonne »."""
    return read_yaml(FOLDER / "departments.yaml")


def left_out_in_words(survey: Survey) -> list[str]:
    """« 3 sans nom »: what of the file is left out, and why."""
    return [f"{number} {LEFT_OUT[reason]}" for reason, number in survey.left_out.most_common()]
