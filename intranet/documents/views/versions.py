"""Stubs."""

from django.http import Http404


def versions(request, **keys):
    raise Http404


def new_version(request, **keys):
    raise Http404


def compare(request, **keys):
    raise Http404


def restore(request, **keys):
    raise Http404
