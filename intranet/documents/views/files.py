"""Stubs: the files of documents."""

from django.http import Http404
from django.shortcuts import redirect

from intranet.documents.permissions import members_only, visible_document


@members_only
def download(request, pk):
    return redirect(visible_document(request.user, pk).url)


@members_only
def page_picture(request, pk, number):
    raise Http404


@members_only
def version_file(request, pk, number):
    raise Http404
