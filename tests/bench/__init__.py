"""Benchmarks: a commune's site of thousands of pages, crawled side by side by arobase and its peers. `make bench`; not tests."""
