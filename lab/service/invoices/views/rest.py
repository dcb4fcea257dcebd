"""The list view of the REST framework, 50 invoices a page."""

from rest_framework import generics, serializers

from invoices.models import Invoice


class InvoiceSerializer(serializers.ModelSerializer):
    """All columns."""

    class Meta:
        """The model and its fields."""

        model = Invoice
        fields = "__all__"


class InvoiceList(generics.ListAPIView):
    """The newest invoices first, page by page."""

    queryset = Invoice.objects.all()
    serializer_class = InvoiceSerializer
