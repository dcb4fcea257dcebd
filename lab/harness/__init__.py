"""Measures the memory of the lab's Django service, case by case.

Start with `__main__.py`, which runs the cases, and `bench.py`, which is what a
case gets. Only the standard library is needed; what is measured runs in virtual
environments of its own.
"""
