"""The lab's addresses, of which two lead to what was exported."""

from django.urls import path
from promised import views

from labsite.urls import urlpatterns as today

urlpatterns = [
    path("export/<str:form>", views.export),
    path("upload/<str:how>", views.upload),
    *today,
]
