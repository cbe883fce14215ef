"""Words of the ground floor that forms and pages share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    UNKNOWN = "unknown", _("Inconnue")
    ALL_RIGHTS = "all_rights", _("Tous droits réservés, utilisation accordée à l’office")
    CC_BY = "cc_by", "CC BY 4.0"
    CC_BY_SA = "cc_by_sa", "CC BY-SA 4.0"
    CC_BY_NC = "cc_by_nc", "CC BY-NC 4.0"
    CC_BY_ND = "cc_by_nd", "CC BY-ND 4.0"
    CC_BY_NC_ND = "cc_by_nc_nd", "CC BY-NC-ND 4.0"
    CC0 = "cc0", "CC0"
    OPEN_LICENCE = "etalab", "Licence Ouverte 2.0"

    @property
    def allows_changes(self) -> bool:
        """Whether what is made from the picture may differ from it: be cropped, for one."""
        return self not in (Licence.CC_BY_ND, Licence.CC_BY_NC_ND)

    @property
    def address(self) -> str:
        """The licence's public text, empty where there is none."""
        if self.value.startswith("cc_"):
            return f"https://creativecommons.org/licenses/{self.value[3:].replace('_', '-')}/4.0/"
        return {
            "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
            "etalab": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        }.get(self.value, "")


class AllowedPeople(models.TextChoices):
    """Who may change what a member wrote or gave, or delete it. An editor always may."""

    AUTHOR = "author", _("Moi seulement")
    OFFICE = "office", _("Mon office")
    MEMBERS = "members", _("Tous les membres")
