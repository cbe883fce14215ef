"""What every installation has from its first migration: the workflow and the canned reasons."""

from pathlib import Path

from django.apps import apps as registry
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Workflow, WorkflowContentType, WorkflowTask

from accounts.permissions import MODERATOR
from common.content_files import read_yaml
from destination.agenda.models import Event
from intranet.submissions.models import CannedReason, ModerationTask

WORKFLOW_NAME = "Modération de l’agenda"
REASONS = Path(__file__).resolve().parents[1] / "content" / "canned_reasons.yaml"


def ensure_workflow() -> Workflow:
    """Have a workflow for events. One chosen in the CMS admin since is left as it is."""
    content_type = ContentType.objects.get_for_model(Event, for_concrete_model=False)
    assigned = WorkflowContentType.objects.filter(content_type=content_type).select_related("workflow").first()
    if assigned:
        return assigned.workflow
    group, _ = Group.objects.get_or_create(name=MODERATOR)
    task, _ = ModerationTask.objects.get_or_create(name=WORKFLOW_NAME)
    task.groups.add(group)
    workflow, _ = Workflow.objects.get_or_create(name=WORKFLOW_NAME)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    WorkflowContentType.objects.create(content_type=content_type, workflow=workflow)
    return workflow


def ensure_reasons() -> None:
    """Add the reasons that are missing; those reworded by the office stay as they wrote them."""
    for order, reason in enumerate(read_yaml(REASONS)):
        facts = {"titles": reason["titles"], "texts": reason["texts"], "order": order}
        CannedReason.objects.get_or_create(code=reason["code"], defaults=facts)


def ensure_defaults(apps=registry, **kwargs) -> None:
    """After each migration, once our tables are there; running it again changes nothing."""
    try:
        apps.get_model("submissions", "ModerationTask")
    except LookupError:  # `migrate` was asked to stop earlier
        return
    ContentType.objects.clear_cache()  # after a flush it still knows the numbers of before
    ensure_workflow()
    ensure_reasons()
