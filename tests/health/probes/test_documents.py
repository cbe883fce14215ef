from common.health import State
from health.probes.documents import documents


def test_installation_without_libre_office_and_scanner_is_well(settings):
    settings.LIBREOFFICE = settings.CLAMD_URL = ""
    assert [finding.state for finding in documents()] == [State.OK, State.OK]


def test_libre_office_and_scanner_that_went_away_are_seen(settings, free_port, tmp_path):
    settings.LIBREOFFICE, settings.CLAMD_URL = str(tmp_path / "soffice"), f"tcp://127.0.0.1:{free_port}"
    assert [finding.state for finding in documents()] == [State.WARNING, State.FAILURE]
