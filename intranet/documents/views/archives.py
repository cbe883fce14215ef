"""Stubs: zips of many documents."""

from django.http import Http404

from intranet.documents.permissions import members_only


@members_only
def new_archive(request):
    raise Http404


@members_only
def archive(request, pk):
    raise Http404


@members_only
def archive_file(request, pk):
    raise Http404
