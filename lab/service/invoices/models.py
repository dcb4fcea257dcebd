"""An invoice of 25 columns, about 520 bytes, with two foreign keys."""

from django.db import models


class Customer(models.Model):
    """Whom an invoice is for."""

    name = models.CharField(max_length=100)
    email = models.EmailField()


class Project(models.Model):
    """What an invoice is about."""

    title = models.CharField(max_length=100)
    code = models.CharField(max_length=20)


class Invoice(models.Model):
    """The row that is listed and exported."""

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
    project = models.ForeignKey(Project, on_delete=models.CASCADE)
    number = models.CharField(max_length=20)
    series = models.CharField(max_length=10)
    status = models.CharField(max_length=20)
    currency = models.CharField(max_length=3)
    tax_id = models.CharField(max_length=20)
    address = models.CharField(max_length=120)
    city = models.CharField(max_length=40)
    country = models.CharField(max_length=2)
    description = models.TextField()
    notes = models.TextField()
    reference = models.CharField(max_length=40)
    payment_method = models.CharField(max_length=20)
    iban = models.CharField(max_length=34)
    net = models.DecimalField(max_digits=12, decimal_places=2)
    tax = models.DecimalField(max_digits=12, decimal_places=2)
    total = models.DecimalField(max_digits=12, decimal_places=2)
    discount = models.DecimalField(max_digits=5, decimal_places=2)
    quantity = models.IntegerField()
    paid = models.BooleanField()
    issued = models.DateField()
    due = models.DateField()
    created = models.DateTimeField()
    updated = models.DateTimeField()

    class Meta:
        """Newest last, which is the order of the primary key."""

        ordering = ["id"]
