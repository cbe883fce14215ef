"""The text of the transfer has a version."""

from hashlib import sha256

from pro_portal.photos.actions.contributions import TRANSFER_VERSION, _paragraphs

#: version → what its words come to; a line is added for each new text, none is changed.
TEXTS = {1: "17bce85edeefc06b"}


def test_another_text_is_another_version():
    """Where this fails, the words changed: raise TRANSFER_VERSION and add its line."""
    whole = {"licence": "all_rights", "changes_allowed": True, "offered": True, "valid_until": "2027-01-01", "people": "yes"}
    words = "\n".join(str(part) for answers in (whole, {"licence": "cc_by"}) for part in _paragraphs(answers))
    assert TEXTS[TRANSFER_VERSION] == sha256(words.encode()).hexdigest()[:16]
