"""Under `/intranet/documents/`."""

app_name = "documents"
urlpatterns = []
