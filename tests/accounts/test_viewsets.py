import pytest
from django.contrib.auth.models import Permission
from wagtail.log_actions import log

from tests.factories import make_role, make_work_group

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]
ADDRESSES = ("", "new/", "edit/{pk}/", "delete/{pk}/", "history/{pk}/", "usage/{pk}/", "copy/{pk}/")


def test_list_of_groups_is_for_administrators_whatever_a_role_holds(client, editor, administrator):
    group = make_work_group(name="Sirocco", kind="secret")
    make_role("editor").permissions.add(*Permission.objects.filter(content_type__model="workgroup"))
    log(group, "wagtail.edit", title="Sirocco")

    def opened(person) -> tuple[set[str], bool]:
        client.force_login(person)
        answers = {address: client.get(f"/admin/workgroup/{address.format(pk=group.pk)}") for address in ADDRESSES}
        report = client.get("/admin/reports/site-history/")
        return {address for address, answer in answers.items() if answer.status_code == 200}, b"Sirocco" in report.content

    assert opened(editor) == (set(), False)
    pages, is_reported = opened(administrator)
    assert {"", "new/", "edit/{pk}/"} <= pages and "delete/{pk}/" not in pages
    assert is_reported


def test_group_in_the_bin_is_not_listed(client, administrator):
    make_work_group(name="Sirocco").throw_away(administrator)
    client.force_login(administrator)
    assert b"Sirocco" not in client.get("/admin/workgroup/").content
