"""Addresses of the project."""

from django.urls import path

from shop import views

urlpatterns = [
    path("", views.quiet),
    path("row", views.row),
    path("export", views.export),
    path("upload", views.upload),
    path("list", views.names),
]
