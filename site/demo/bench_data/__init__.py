"""Rows in their thousands, to measure speed and memory with. Nobody should read them."""
