from common.clock import ClockRun
from common.facets.changes import FacetChange
from common.media import Picture, PictureRendition, SharedDocument
from common.outbox import OutgoingMail

__all__ = ["ClockRun", "FacetChange", "OutgoingMail", "Picture", "PictureRendition", "SharedDocument"]
