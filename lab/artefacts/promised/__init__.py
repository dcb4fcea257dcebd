"""The lab's project as it is when the exported files are in place (`harness/promise.py`)."""
