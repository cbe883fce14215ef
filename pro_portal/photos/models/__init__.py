from pro_portal.photos.models.giving import Contribution, Upload
from pro_portal.photos.models.photos import Colour, Orientation, Photo, Season, Theme, Weather
from pro_portal.photos.models.rights import Consent, LicenceText
from pro_portal.photos.models.taking import BasketLine, Bundle, LicenceAcceptance, PartnerKey, Taking

__all__ = [
    "BasketLine", "Bundle", "Colour", "Consent", "Contribution", "LicenceAcceptance", "LicenceText", "Orientation", "PartnerKey",
    "Photo", "Season", "Taking", "Theme", "Upload", "Weather",
]  # fmt: skip
