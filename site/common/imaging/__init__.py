"""Everything that decodes a picture, in a process of its own: see `client.py`."""
