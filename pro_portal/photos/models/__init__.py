from pro_portal.photos.models.contributions import Contribution, Upload, UploadPiece
from pro_portal.photos.models.downloads import BasketLine, Bundle, LicenceAcceptance, PartnerKey, Taking
from pro_portal.photos.models.offers import OfferedPhoto
from pro_portal.photos.models.photos import Colour, Orientation, Photo, Season, Theme, Weather
from pro_portal.photos.models.requests import PhotoRequest
from pro_portal.photos.models.rights import AttachedAgreement, Consent, ConsentWaiver, LicenceText
from pro_portal.photos.models.rights_changes import RightsChange
from pro_portal.photos.models.selections import Selection, SelectionLine
