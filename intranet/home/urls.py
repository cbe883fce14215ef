app_name = "intranet_home"
urlpatterns = []
