"""Stubs: the pages on which documents are read."""

from django.http import HttpResponse

from intranet.documents.permissions import allowed_document, may_see_downloads, members_only, visible_document, visible_folder


@members_only
def document_list(request):
    return HttpResponse()


@members_only
def print_list(request):
    return HttpResponse()


@members_only
def folder(request, pk):
    return HttpResponse(visible_folder(request.user, pk).name)


@members_only
def follow(request, pk):
    return HttpResponse(visible_folder(request.user, pk).name)


@members_only
def document(request, pk):
    return HttpResponse(visible_document(request.user, pk).title)


@members_only
def log(request, pk):
    return HttpResponse(allowed_document(request.user, pk, may_see_downloads).title)
