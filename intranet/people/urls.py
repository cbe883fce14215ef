"""Under `/intranet/personnes/`."""

app_name = "people"
urlpatterns = []
