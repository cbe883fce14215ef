"""Under `/intranet/commentaires/`."""

app_name = "intranet_comments"
urlpatterns = []
