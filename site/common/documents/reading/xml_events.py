"""XML that is read without a tree: a document of 60 MB takes no more memory than its longest paragraph."""

from collections.abc import Iterable
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from common.documents.reading.limits import DEEPEST
from common.job_process.server import Refused


def local(name: str) -> str:
    """The name of a tag or of an attribute without its namespace: producers write the same one under several."""
    return name.rsplit("}", 1)[-1]


class Events:
    """Called for each tag of a document: `opened` and `closed` with its local name, `text` with what stands inside. Subtrees of
    the tags in `SKIPPED` are passed over."""

    SKIPPED: frozenset[str] = frozenset()

    def __init__(self):
        self._depth, self._skipped_from = 0, 0

    # ---- what the parser calls
    def start(self, tag: str, attributes: dict) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused("damaged")
        name = local(tag)
        if not self._skipped_from:
            if name in self.SKIPPED:
                self._skipped_from = self._depth
            else:
                self.opened(name, {local(key): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        if not self._skipped_from:
            self.closed(local(tag))
        elif self._skipped_from == self._depth:
            self._skipped_from = 0
        self._depth -= 1

    def data(self, text: str) -> None:
        if not self._skipped_from:
            self.text(text)

    def close(self) -> None:
        pass

    # ---- what a document fills in
    def opened(self, name: str, attributes: dict) -> None: ...
    def closed(self, name: str) -> None: ...
    def text(self, text: str) -> None: ...


def parse(chunks: Iterable[bytes], events: Events) -> None:
    """Raises `Refused` for what is no XML, and for a document that defines entities: those that grow are bombs."""
    parser = DefusedXMLParser(target=events)
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except (ParseError, DefusedXmlException, UnicodeError, LookupError):
        raise Refused("damaged") from None
