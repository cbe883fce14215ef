"""What the clock does for people's data."""

from common.clock import daily, every
from common.zips import lost_zips
from privacy import actions
from privacy.actions.requests import carry_out_requests
from privacy.models import Export
from privacy.tasks import make_export


@daily(at="03:40")
def carry_out_terms() -> None:
    actions.carry_out_terms()


@every(minutes=60)
def carry_out_erasures() -> None:
    carry_out_requests()


@daily(at="03:50")
def erase_closed_accounts() -> None:
    actions.erase_closed_accounts()


@every(minutes=10)
def take_up_lost_exports() -> None:
    for pk in lost_zips(Export.objects.all()):
        make_export.enqueue(pk)
