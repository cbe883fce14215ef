"""The library in the CMS: its facets among the filters of the picture chooser."""

from wagtail.images.views import chooser

from pro_portal.photos.forms.cms import ChooserFacetsForm


class FacetsMixin:
    def get_filter_form_class(self):
        return type("FilterForm", (ChooserFacetsForm, super().get_filter_form_class()), {})


class ChooseView(FacetsMixin, chooser.ImageChooseView):
    pass


class ChooseResultsView(FacetsMixin, chooser.ImageChooseResultsView):
    pass


chooser.viewset.choose_view_class = ChooseView
chooser.viewset.choose_results_view_class = ChooseResultsView
