"""Under `/intranet/articles/`."""

app_name = "articles"
urlpatterns = []
