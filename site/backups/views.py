"""The page of backups in the CMS, for administrators."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from accounts.permissions import administrators_only
from backups.actions.runs import request_run
from backups.models import BackupRun
from backups.presenters import look_at_backups, run_rows
from backups.problems import Busy
from backups.tasks import check_backup, make_backup
from common.health import State

PER_PAGE = 30
BACKUP_IS_COMING = _("La sauvegarde est demandée : elle commence dès que possible, et cette page en montrera le résultat.")
CHECK_IS_COMING = _("La vérification est demandée : elle commence dès que possible, et cette page en montrera le résultat.")


@method_decorator(administrators_only, name="dispatch")
class IndexView(WagtailAdminTemplateMixin, TemplateView):
    """How the backups are, the last ones, and a button for each thing that may be asked of a worker."""

    template_name = "backups/index.html"
    page_title = _("Sauvegardes")
    header_icon = "download"
    _show_breadcrumbs = True
    breadcrumbs_items = [{"url": reverse_lazy("wagtailadmin_home"), "label": _("Accueil")}, {"url": "", "label": page_title}]

    def get_context_data(self, **kwargs):
        page = Paginator(BackupRun.objects.all(), PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "findings": look_at_backups(),
            "page_obj": page,
            "rows": run_rows(page),
            "has_address": bool(settings.BACKUP_URL),
            "is_sealed": bool(settings.BACKUP_KEY),
            "has_backup": BackupRun.objects.of(BackupRun.Kind.BACKUP).succeeded().exists(),
            "State": State,
        }

    def post(self, request, *args, **kwargs):
        if not settings.BACKUP_URL:
            messages.error(request, _("On ne sait pas où sauvegarder : BACKUP_URL n’est pas réglé."))
            return redirect("backups:index")
        try:
            if request.POST.get("action") == "check":
                request_run(BackupRun.Kind.CHECK, check_backup.enqueue)
                messages.success(request, CHECK_IS_COMING)
            else:
                request_run(BackupRun.Kind.BACKUP, make_backup.enqueue)
                messages.success(request, BACKUP_IS_COMING)
        except Busy as problem:
            messages.warning(request, str(problem))
        return redirect("backups:index")
