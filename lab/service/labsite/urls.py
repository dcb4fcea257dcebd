"""Addresses of the lab's views."""

from django.conf import settings
from django.contrib import admin
from django.urls import path

from invoices.views import exports, growth, light, logs, queries, uploads

urlpatterns = [
    path("admin/", admin.site.urls),
    path("ping", light.ping),
    path("plain", light.plain),
    path("export/<str:form>", exports.export),
    path("upload/<str:how>", uploads.upload),
    path("queries/<str:how>", queries.rows_with_names),
    path("queries-only", queries.only_queries),
    path("log", logs.write_lines),
    path("leak", growth.leak),
]

if settings.STACK != "django":
    from invoices.views.rest import InvoiceList

    urlpatterns.append(path("list", InvoiceList.as_view()))
