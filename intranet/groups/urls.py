"""Under `/intranet/groupes/`."""

app_name = "work_groups"
urlpatterns = []
