"""`/<lang>/portail/documents/`."""

from django.urls import path

from pro_portal.documents.choices import Shelf
from pro_portal.documents.views import orders, placing, shelves

app_name = "portal_documents"
urlpatterns = [
    path("", shelves.front, name="front"),
    path("chiffres-cles/", shelves.shelf, {"shelf": Shelf.FIGURES}, name="figures"),
    path("ateliers/", shelves.shelf, {"shelf": Shelf.WORKSHOPS}, name="workshops"),
    path("editions/", shelves.shelf, {"shelf": Shelf.EDITIONS}, name="editions"),
    path("<int:pk>/", shelves.document, name="document"),
    path("<int:pk>/premiere-page/", shelves.first_page, name="first_page"),
    # Orders
    path("editions/commander/", orders.order, name="order"),
    path("editions/mes-commandes/", orders.my_orders, name="my_orders"),
    path("editions/mes-commandes/<int:pk>/annuler/", orders.cancel_own, name="cancel_own"),
    path("commandes/", orders.order_list, name="orders"),
    path("commandes.csv", orders.orders_file, name="orders_csv"),
    path("commandes/<int:pk>/faite/", orders.mark_done, name="order_done"),
    path("commandes/<int:pk>/annuler/", orders.cancel, name="cancel_order"),
    # Keeping the shelves
    path("placer/", placing.candidates, name="candidates"),
    path("<int:pk>/placer/", placing.place, name="place"),
    path("<int:pk>/retirer/", placing.take_off, name="take_off"),
]
