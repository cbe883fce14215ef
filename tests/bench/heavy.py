"""One heavy job in this process, which then says the most memory it held: `heavy.py zip | upload | rendition`.

The rendition is asked of the web's own code, so that two numbers are told: this process's, and that of the imaging process.
"""

import http.client
import os
import sys
import tempfile
import time
import uuid
from pathlib import Path

MEGABYTE = 1_000_000
PICTURES, PICTURE_BYTES = 200, 5 * MEGABYTE
UPLOAD_BYTES = 100 * 1024 * 1024
PORT = 8198


def peak(pid: int | str = "self") -> float:
    """Megabytes of memory that a process held at its worst."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM:"))) / 1000


def say(name: str, measured: float, allowed: int) -> None:
    print(f"{name:44}{measured:>9.0f}{allowed:>9}{'' if measured <= allowed else '   not met'}", flush=True)


def children(pid: int) -> list[int]:
    """Its processes, their own included."""
    found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return found + [each for child in found for each in children(child)]


def photograph(width: int, height: int):
    """A picture that does not compress to nothing."""
    from PIL import Image

    return Image.effect_noise((width // 8, height // 8), 60).resize((width, height)).convert("RGB")


def zip_of_a_gigabyte() -> None:
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from common.choices import Licence
    from common.models import Picture, PictureRendition
    from pro_portal.photos.actions.archives import fill_bundle
    from pro_portal.photos.models import Bundle, Photo
    from pro_portal.photos.rights.choices import Use
    from pro_portal.photos.rights.sizes import BY_CODE

    size, names = BY_CODE["original"], []
    for number in range(PICTURES):
        names.append(default_storage.save(f"original_images/zip-{number}.jpg", ContentFile(os.urandom(PICTURE_BYTES))))
    pictures = [
        Picture(title=f"Zip {number}", file=name, width=3000, height=2000, file_size=PICTURE_BYTES, file_hash="1" * 40,
                credit="Essai", licence=Licence.CC_BY, uses=[Use.PRINT], third_parties_allowed=True)
        for number, name in enumerate(names)
    ]  # fmt: skip
    made = []
    try:
        made = Picture.objects.bulk_create(pictures)
        Photo.objects.bulk_create(
            [Photo(picture=picture, state=Photo.State.ACCEPTED, orientation="landscape") for picture in made]
        )
        # The files are given as they stand, as when each was asked for before: the zip is what is measured.
        PictureRendition.objects.bulk_create(
            [PictureRendition(image=each, filter_spec=size.size.filter_spec, file=each.file.name, width=3000, height=2000, focal_point_key="")
             for each in made]
        )  # fmt: skip
        bundle = Bundle.objects.create(pictures=[each.pk for each in made], size=size.code, name="Mesure")
        fill_bundle(str(bundle.pk))
        bundle.refresh_from_db()
        say(f"zip of {PICTURES} pictures, {bundle.file.size / 1e9:.2f} GB", peak(), 200)
        bundle.file.delete(save=False)
        bundle.delete()
    finally:
        PictureRendition.objects.filter(image__in=made).delete()
        Picture.objects.filter(pk__in=[each.pk for each in made]).delete()
        for name in names:
            default_storage.delete(name)


def upload_of_a_hundred_megabytes() -> None:
    """To the web server, in pieces as the page sends them, then as one ordinary form."""
    import subprocess

    from django.conf import settings

    from config.group import HOST, commands, end_all, wait_until_it_answers

    browser = signed_in("clotilde@trois-combes.example")
    for way, send in (("in pieces", send_in_pieces), ("as one form", send_as_form)):
        web = subprocess.Popen(commands(PORT)["web"], cwd=settings.BASE_DIR, start_new_session=True,
                               env={**os.environ, "MALLOC_ARENA_MAX": "2"}, stderr=subprocess.DEVNULL)  # fmt: skip
        try:
            wait_until_it_answers(PORT, web)
            connection = http.client.HTTPConnection(HOST, PORT, timeout=120)
            asked(connection, "GET", "/fr/portail/phototheque/donner/", None, browser)
            before = max(peak(pid) for pid in [web.pid, *children(web.pid)])
            send(connection, browser)
            say(f"upload of 100 MB {way}, web", max(peak(pid) for pid in [web.pid, *children(web.pid)]), 150)
            print(f"    before it: {before:.0f} MB")
        finally:
            end_all({"web": web})


def signed_in(email: str) -> dict:
    """The headers of someone's browser."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.middleware.csrf import _get_new_csrf_string
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.get(email=email), backend=settings.AUTHENTICATION_BACKENDS[0])
    token = _get_new_csrf_string()
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={token}"
    return {"Cookie": cookies, "X-CSRFToken": token, "Origin": f"http://127.0.0.1:{PORT}"}


def send_in_pieces(connection, headers: dict) -> None:
    announced = asked(
        connection, "POST", "/fr/portail/phototheque/donner/envois/", b"", headers | {"Upload-Length": str(UPLOAD_BYTES)}
    )
    piece, offset = os.urandom(1024 * 1024), 0  # as `giving.js` cuts them
    while offset < UPLOAD_BYTES:
        kind = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)}
        answer = asked(connection, "PATCH", announced["Location"], piece, headers | kind)
        offset = int(answer["Upload-Offset"])
    asked(connection, "DELETE", announced["Location"], b"", headers)


def send_as_form(connection, headers: dict) -> None:
    mark = uuid.uuid4().hex
    begin = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="essai.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    end = f"\r\n--{mark}--\r\n".encode()
    with tempfile.TemporaryFile() as body:
        body.write(begin.encode())
        for _ in range(100):
            body.write(os.urandom(1024 * 1024 - 64))
        body.write(end)
        length = body.tell()
        body.seek(0)
        kind = {"Content-Type": f"multipart/form-data; boundary={mark}", "Content-Length": str(length)}
        asked(connection, "POST", "/fr/portail/phototheque/donner/", body, headers | kind)


def asked(connection, method: str, path: str, body, headers: dict):
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    response.read()
    if response.status >= 400:
        raise RuntimeError(f"{method} {path}: {response.status}")
    return response.headers


def rendition_of_fifty_megapixels() -> None:
    from django.core.files.base import ContentFile

    from common.imaging import client as imaging
    from common.imaging.size import PictureSize
    from common.models import Picture

    # Drawn by another process: its pixels are not this one's.
    with tempfile.NamedTemporaryFile(suffix=".jpg") as large:
        if not (child := os.fork()):
            photograph(8660, 5774).save(large.name, "JPEG", quality=88)
            os._exit(0)
        os.waitpid(child, 0)
        content = ContentFile(Path(large.name).read_bytes(), "cinquante.jpg")
        picture = Picture(title="Cinquante millions", file=content, width=8660, height=5774, file_hash="2" * 40)
        picture.file.save("cinquante.jpg", content, save=False)
        Picture.objects.bulk_create([picture])
        try:
            for size, kind in (("w960", "jpeg"), ("w960", "avif"), ("w1920-r16x9", "webp")):
                start = time.monotonic()
                picture.rendition(PictureSize.parse(size, kind))
                say(f"rendition of 50 megapixels, {size} {kind}", peak(imaging._process.pid), 400)
                print(f"    in {time.monotonic() - start:.1f} s; in this process, which holds no pixel: {peak():.0f} MB")
        finally:
            picture.delete()


JOBS = {"zip": zip_of_a_gigabyte, "upload": upload_of_a_hundred_megabytes, "rendition": rendition_of_fifty_megapixels}

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "site"), str(root)]
    import django

    django.setup()
    JOBS[sys.argv[1]]()
