"""Stubs."""

from django.http import Http404


def edit(request, **keys):
    raise Http404


def delete(request, **keys):
    raise Http404


def pin(request, **keys):
    raise Http404


def confirm(request, **keys):
    raise Http404


def storage(request):
    raise Http404
