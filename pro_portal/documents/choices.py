"""The shelves of the portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Shelf(models.TextChoices):
    FIGURES = "figures", _("Chiffres clés et rapports")
    WORKSHOPS = "workshops", _("Supports d’ateliers")
    EDITIONS = "editions", _("Éditions à commander")


SHELF_TEXTS = {
    Shelf.FIGURES: _("La fréquentation, l’économie, les bilans de saison : pour un dossier, une banque, un conseil municipal."),
    Shelf.WORKSHOPS: _("Ce qui a été montré et distribué pendant nos ateliers."),
    Shelf.EDITIONS: _("Guides, cartes et dépliants : à télécharger, ou à recevoir en exemplaires papier."),
}
SHELF_ICONS = {Shelf.FIGURES: "list", Shelf.WORKSHOPS: "workshop", Shelf.EDITIONS: "book"}
