"""Personas and real things for every test. External services are real; the network beyond this machine is closed."""
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real records used for trials, beside the checkout; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("ESCALE_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the folder of real trial records (shared/data beside the checkout) is absent")
    return folder
