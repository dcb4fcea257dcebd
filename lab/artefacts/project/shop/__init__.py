"""The project that the exported files are put into, as their heads say."""
