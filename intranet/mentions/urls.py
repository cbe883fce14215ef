"""Under `/intranet/mentions/`."""

app_name = "mentions"
urlpatterns = []
