from common.clock import ClockRun
from common.facets.changes import FacetChange
from common.measures import Measure
from common.models.documents import (
    DocumentContent,
    DocumentFolder,
    DocumentPage,
    DocumentVersion,
    SharedDocument,
)
from common.models.pictures import (
    LINE_COLUMNS,
    Picture,
    PictureRendition,
    fetch_substitutes,
    line_picture,
    picture_for_keys,
    shown_picture,
)
from common.outbox import OutgoingMail
from common.processes import ProcessLife
from common.rate_limits import RateCounter
