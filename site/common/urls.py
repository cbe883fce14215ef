"""Addresses of pictures and files."""
app_name = "common"
urlpatterns = []
