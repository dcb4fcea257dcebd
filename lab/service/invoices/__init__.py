"""The lab's application: invoices that are listed, exported and uploaded."""
