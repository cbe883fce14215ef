import pytest

from pro_portal.documents.serializers import orders_csv
from tests.factories import make_organisation
from tests.factories.portal_documents import make_edition, make_edition_order

pytestmark = pytest.mark.django_db


def test_a_spreadsheet_opens_it_and_computes_nothing():
    edition = make_edition("Carte ; plages", organisation=make_organisation("Office"))
    order = make_edition_order(edition, name="=HYPERLINK(1)", message="Deux\nlignes", address="3, rue\nHaute")
    content = orders_csv([order])
    assert content.startswith(b"\xef\xbb\xbf")
    head, line = content.decode("utf-8-sig").strip().split("\r\n")
    assert head.startswith("Commandé le;Édition;Exemplaires")
    assert line.split(";", 1)[1].startswith('"Carte ; plages";20;;Gîte des Combes;\'=HYPERLINK(1);')
    assert "3, rue Haute" in line and "Deux lignes" in line
