"""What one wing tells whoever listens, without knowing who."""

from django.dispatch import Signal

# What readers see of `instance` changed otherwise than by saving it: its dates were made anew, a row was updated in bulk.
shown_changed = Signal()
