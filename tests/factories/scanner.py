"""A double of clamd on this machine, for what is held or refused; its own protocol is tried in `test_virus_scanner`."""

import socketserver


class Scanner(socketserver.BaseRequestHandler):
    """clamd's answer to a stream: a virus where the word stands in it; and its version."""

    def handle(self):
        content = self.request.recv(65536)
        if content == b"zVERSION\0":
            self.request.sendall(b"ClamAV 1.4.6\0")
            return
        while not content.endswith(bytes(4)):
            content += self.request.recv(65536)
        found = b"stream: Essai-Virus FOUND\0" if b"virus" in content else b"stream: OK\0"
        self.request.sendall(found)
