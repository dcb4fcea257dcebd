"""The views, one file for each thing that is measured."""
