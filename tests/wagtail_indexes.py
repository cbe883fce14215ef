"""Wagtail's two indexes: the CMS's search, and what uses what.

At each saving Wagtail reads the thing again and writes both, a twelfth of the suite's processor time. Only the CMS reads them (and the
photo library's list of uses): a test about either is marked `wagtail_indexes`, the others do without.
"""

from functools import cache

_state = {"is_on": True}


def follow(wanted) -> None:
    """Whether things that are saved from now on are written into them."""
    if bool(wanted) == _state["is_on"]:
        return
    # Inside, because Django is set up by then.
    from django.db.models.signals import post_save
    from modelsearch.signal_handlers import post_save_signal_handler
    from wagtail.signal_handlers import connect_reference_index_signal_handlers, disconnect_reference_index_signal_handlers

    (connect_reference_index_signal_handlers if wanted else disconnect_reference_index_signal_handlers)()
    for model in _models_of_search():
        (post_save.connect if wanted else post_save.disconnect)(post_save_signal_handler, sender=model)
    _state["is_on"] = bool(wanted)


@cache
def _models_of_search() -> list[type]:
    from modelsearch.index import get_indexed_models  # as above

    return [model for model in get_indexed_models() if getattr(model, "search_auto_update", True)]
