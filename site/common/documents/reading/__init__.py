"""How the text of each type of document is taken out. It runs in `common.documents.process` and knows nothing of Django."""
