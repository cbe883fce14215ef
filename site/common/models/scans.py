"""What the virus scanner says of a stored file, and that nobody takes one that it has not passed."""

from django.db import models
from django.utils.translation import gettext as _

from common.documents.choices import ScanState

PASSED = (ScanState.OFF, ScanState.CLEAN)  # of a file that may be given to others
HELD = tuple(state for state in ScanState if state not in PASSED)
#: What the scanner answered for good, and is not passed.
REFUSED = (ScanState.INFECTED, ScanState.TOO_LARGE)


class ScannedFilesMixin(models.Model):
    """A row with files that other people may download. They meet the scanner when they come; what was stored before one was named
    is looked at in turn (`common.scanning`), in every model that has this."""

    SCANNED = ("file",)  # the fields; the state is that of the worst

    scan_state = models.CharField(max_length=16, choices=ScanState, default=ScanState.OFF, editable=False)
    scan_result = models.CharField(max_length=200, blank=True, editable=False)  # the name that the scanner gave

    class Meta:
        abstract = True

    @property
    def is_held(self) -> bool:
        """Not passed by the virus scanner, where there is one: nobody takes it."""
        return self.scan_state not in PASSED

    @property
    def held_because(self) -> str:
        """Why nobody takes it any more, for who sees that it is there; empty for what is not refused."""
        if self.scan_state == ScanState.INFECTED:
            return _("L’antivirus y a trouvé « %(virus)s » : personne ne peut le prendre.") % {"virus": self.scan_result}
        if self.scan_state == ScanState.TOO_LARGE:
            return _("Trop grand pour l’antivirus : personne ne peut le prendre.")
        return ""
