"""One heavy job in this process, which then says the most memory it held: `heavy.py JOB`, a word of `JOBS`.

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
PAGES = 300
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
    upload("clotilde@trois-combes.example", "/fr/portail/phototheque/donner/", 100)


def upload_of_a_document() -> None:
    from demo.bench_data.members import first_member

    upload(first_member().email, "/intranet/documents/partager/", 200, "/intranet/documents/envois/")


def upload(email: str, page: str, megabytes: int, uploads: str = "") -> None:
    """To the web server, in pieces as the page sends them (to `uploads`), then as one ordinary form."""
    import subprocess

    from django.conf import settings

    from config.group import HOST, commands, end_all, wait_until_it_answers

    browser, uploads = signed_in(email), uploads or f"{page}envois/"
    ways = (("in pieces", send_in_pieces, uploads), ("as one form", send_as_form, page))
    for way, send, address in ways:
        web = subprocess.Popen(commands(PORT)["web"], cwd=settings.BASE_DIR, start_new_session=True,
                               env={**os.environ, "MALLOC_ARENA_MAX": "2"}, stderr=subprocess.DEVNULL)  # fmt: skip
        try:
            wait_until_it_answers(PORT, web)
            connection = http.client.HTTPConnection(HOST, PORT, timeout=120)
            asked(connection, "GET", page, None, browser)
            before = max(peak(pid) for pid in [web.pid, *children(web.pid)])
            send(connection, browser, address, megabytes)
            after = max(peak(pid) for pid in [web.pid, *children(web.pid)])
            say(f"upload of {megabytes} MB {way}, web, more", after - before, 150)
            print(f"    before it: {before:.0f} MB, at most: {after:.0f} MB")
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


def send_in_pieces(connection, headers: dict, address: str, megabytes: int) -> None:
    size = megabytes * 1024 * 1024
    announced = asked(connection, "POST", address, b"", headers | {"Upload-Length": str(size)})
    piece, offset = os.urandom(1024 * 1024), 0  # as `upload-drop.js` cuts them
    while offset < size:
        kind = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)}
        answer = asked(connection, "PATCH", announced["Location"], piece, headers | kind)
        offset = int(answer["Upload-Offset"])
    asked(connection, "DELETE", announced["Location"], b"", headers)


def send_as_form(connection, headers: dict, address: str, megabytes: int) -> None:
    mark = uuid.uuid4().hex
    begin = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="essai.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    end = f"\r\n--{mark}--\r\n".encode()
    with tempfile.TemporaryFile() as body:
        body.write(begin.encode())
        for _ in range(megabytes):
            body.write(os.urandom(1024 * 1024 - 64))
        body.write(end)
        length = body.tell()
        body.seek(0)
        kind = {"Content-Type": f"multipart/form-data; boundary={mark}", "Content-Length": str(length)}
        asked(connection, "POST", address, body, headers | kind)


def asked(connection, method: str, path: str, body, headers: dict):
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    answer = response.read()
    if response.status >= 400:
        raise RuntimeError(f"{method} {path}: {response.status} {answer[:500].decode(errors='replace')}")
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


def document_of_three_hundred_pages() -> None:
    """Its text, and the picture of its last page, in the process that reads documents; this one holds the answer alone."""
    from common.documents import client
    from common.documents.choices import Kind
    from common.pdf import typeset

    page = {"kind": "p", "mark": "", "runs": [{"text": "La saison au pays. " * 295, "bold": False, "italic": False, "link": ""}]}
    values = {"title": "Essai", "office": "Office", "blocks": [page] * PAGES, "rows": []}
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        if not (child := os.fork()):  # typeset by another process: its memory is not this one's
            Path(file.name).write_bytes(typeset("demo/document.typ", values, "fr"))
            os._exit(0)
        os.waitpid(child, 0)
        start = time.monotonic()
        reading = client.read_document(file.name, Kind.PDF)
        client.draw_page(file.name, reading.page_count)
        say(f"text and preview of a PDF of {reading.page_count} pages", peak(client._process.pid), 300)
        print(f"    in {time.monotonic() - start:.1f} s; in this process: {peak():.0f} MB")


def index_of_documents() -> None:
    """The words of all documents written into the search anew."""
    from common.models import SharedDocument
    from search.actions import index_things

    names = [str(pk) for pk in SharedDocument.objects.shared().values_list("pk", flat=True)]
    start = time.monotonic()
    index_things("document", names)
    say(f"full text of {len(names)} documents made anew", peak(), 300)
    print(f"    in {time.monotonic() - start:.0f} s")


JOBS = {
    "zip": zip_of_a_gigabyte,
    "upload": upload_of_a_hundred_megabytes,
    "rendition": rendition_of_fifty_megapixels,
    "document-upload": upload_of_a_document,
    "document-reading": document_of_three_hundred_pages,
    "document-index": index_of_documents,
}

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "site"), str(root)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    os.environ["PYTHONPATH"] = f"{root / 'site'}:{root}"  # of the web server that some start
    import django

    django.setup()
    JOBS[sys.argv[1]]()
