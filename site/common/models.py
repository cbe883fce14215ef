from common.clock import ClockRun
from common.media import Picture, PictureRendition, SharedDocument
from common.outbox import OutgoingMail

__all__ = ["ClockRun", "OutgoingMail", "Picture", "PictureRendition", "SharedDocument"]
