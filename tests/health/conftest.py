"""A mail server of the tests' own, and the letters of an administrator."""

import pytest

from tests.common.conftest import free_port, letterbox  # noqa: F401


@pytest.fixture
def only_probes(monkeypatch):
    """`only_probes({"disk": State.FAILURE})`: the registry holds nothing but these, and each says its state."""
    from common import health

    def register(states: dict) -> None:
        probes = {
            key: health.Probe(key, key, number, lambda key=key, state=state: health.Finding(state, f"{key}: {state}", "Faites."))
            for number, (key, state) in enumerate(states.items())
        }
        monkeypatch.setattr(health, "_probes", probes)

    return register
