"""The project around the invoices."""
