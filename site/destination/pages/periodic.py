"""Periodic work of the pages."""

from django.core.management import call_command

from common.clock import daily, every
from destination.pages.actions import forget_missing_references


@every(minutes=1)
def publish_scheduled() -> None:
    """Pages and all that has drafts come and go at the moment planned in the CMS."""
    call_command("publish_scheduled")


@daily(at="04:05")
def mend_translations() -> None:
    """What was deleted in another way than through the models."""
    forget_missing_references()
