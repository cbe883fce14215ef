"""The process that decodes pictures: real files, a real process, stopped and killed."""

import os
import signal

import pytest
from PIL import Image

from common.imaging import client
from common.imaging.client import ImagingProcess, Refused
from common.imaging.size import PictureSize


@pytest.fixture
def source(tmp_path):
    Image.new("RGB", (900, 600), "#3377aa").save(tmp_path / "source.jpg")
    return tmp_path / "source.jpg"


@pytest.fixture
def process():
    process = ImagingProcess()
    yield process
    if process.pid:
        process._kill()


@pytest.fixture
def job(source, tmp_path):
    size = PictureSize(300, kind="webp").as_job()
    return {
        "job": "render",
        "source": str(source),
        "target": str(tmp_path / "target"),
        "size": size,
        "focus": None,
        "credits": {},
    }


def test_process_draws_in_the_size_asked_for(source, tmp_path):
    target = tmp_path / "target"
    assert client.render(str(source), str(target), PictureSize(300, ratio=(1, 1), kind="webp")) == {
        "width": 300,
        "height": 300,
        "ending": "webp",
    }
    assert Image.open(target).format == "WEBP"


def test_no_picture_takes_longer_than_the_ceiling(process, job, monkeypatch):
    process.answer(job)
    stuck = process.pid
    os.kill(stuck, signal.SIGSTOP)  # as a file that is decoded for ever
    monkeypatch.setattr(client, "CEILING_SECONDS", 0.3)
    with pytest.raises(Refused, match="too_slow"):
        process.answer(job)
    monkeypatch.undo()
    assert process.pid is None and not os.path.exists(f"/proc/{stuck}")
    assert process.answer(job) == {"width": 300, "height": 200, "ending": "webp"}


def test_process_that_ended_is_started_again(process, job):
    process.answer(job)
    os.kill(process.pid, signal.SIGKILL)
    assert process.answer(job) == {"width": 300, "height": 200, "ending": "webp"}


@pytest.mark.parametrize(("content", "code"), [(b"no picture", "no_picture"), (None, "damaged")])
def test_what_cannot_be_read_is_refused(process, job, source, content, code):
    source.write_bytes(content or source.read_bytes()[:500])
    with pytest.raises(Refused, match=code):
        process.answer(job)
