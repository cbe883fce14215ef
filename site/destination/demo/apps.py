from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "destination.demo"
    label = "demo"
