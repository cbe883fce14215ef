from intranet.documents.models.reading import DocumentArchive, DocumentDownload, DocumentReading, FolderFollow
from intranet.documents.models.sharing import DocumentUpload, DocumentUploadPiece
from intranet.documents.models.storage import StorageLimit
