app_name = "portal_home"
urlpatterns = []
