from importlib import import_module

import pytest
from django.forms import modelform_factory

from accounts.models import Organisation, User
from common.fields import PhoneFormField
from destination.agenda.models import Event
from destination.places.models import Place
from pro_portal.home.models import AccountRequest


@pytest.mark.parametrize("model", [AccountRequest, Event, Organisation, Place, User])
def test_every_form_of_a_model_puts_telephone_numbers_in_order(model):
    form = modelform_factory(model, fields=["phone"])({"phone": "04.65.71.01.10 / +376 812345"})
    assert form.fields["phone"].clean("04.65.71.01.10 / +376 812345") == "+33 4 65 71 01 10 / +376 812 345"
    assert form.fields["phone"].clean("") == ""


@pytest.mark.parametrize(
    "form",
    [
        "accounts.forms.people.ProfileForm",
        "installation.forms.OfficeForm",
        "intranet.submissions.forms.practical.Organiser",
        "pro_portal.home.forms.AccountRequestForm",
    ],
)
def test_form_with_a_telephone_has_the_field_of_the_house(form):
    module, name = form.rsplit(".", 1)
    assert isinstance(getattr(import_module(module), name).base_fields["phone"], PhoneFormField)
