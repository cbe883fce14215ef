"""Sending a file as the page does: announced, then in pieces."""

import base64

from pro_portal.photos.models import Upload

NEW = "/portail/phototheque/donner/envois/"
PIECE = "application/offset+octet-stream"


def announce(client, name: str, size):
    said = f"filename {base64.b64encode(name.encode()).decode()}"
    return client.post(NEW, headers={"Tus-Resumable": "1.0.0", "Upload-Length": str(size), "Upload-Metadata": said})


def send_piece(client, address, offset, piece: bytes, content_type=PIECE):
    return client.patch(address, piece, content_type=content_type, headers={"Upload-Offset": str(offset)})


def send(client, content: bytes, name="plage.jpg", piece=1_000_000) -> Upload:
    """The whole file, piece after piece; with tasks that run at once, it is read when the last one is here."""
    address = announce(client, name, len(content))["Location"]
    for offset in range(0, len(content), piece):
        assert send_piece(client, address, offset, content[offset : offset + piece]).status_code == 204
    return Upload.objects.get(pk=address.split("/")[-2])
