"""Stubs."""

from django.http import Http404


def new(request, **keys):
    raise Http404


def edit(request, **keys):
    raise Http404


def delete(request, **keys):
    raise Http404


def move(request, **keys):
    raise Http404
