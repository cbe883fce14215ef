import pytest

from tests.factories import make_work_group
from tests.factories.accounts import make_full_profile
from tests.factories.shared_documents import make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db


def test_panels_show_what_their_reader_may_see(client, member, group_member):
    group = make_work_group(member, name="Plages")
    make_full_profile(member)
    make_shared_document(member, "Horaires des plages", groups=[group])
    make_shared_document(member, "Plan du port")
    pages = [f"/intranet/personnes/{member.profile.handle}/", f"/intranet/groupes/{group.slug}/"]
    client.force_login(member)
    person, of_group = (read(client.get(page)) for page in pages)
    assert person.region("Ses documents").texts("link") == ["Plan du port", "Horaires des plages"]
    assert of_group.region("Documents").texts("link") == ["Horaires des plages", "Partager des documents"]
    form = read(client.get(of_group.region("Documents").get_by_role("link", name="Partager des documents")["href"]))
    assert form.field("Plages").checked
    client.force_login(group_member)
    assert read(client.get(pages[0])).region("Ses documents").texts("link") == ["Plan du port"]
    assert "Horaires des plages" not in client.get(pages[1]).content.decode()
