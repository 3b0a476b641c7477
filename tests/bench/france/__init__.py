"""All of France in one night, by simulation: thousands of virtual communes on loopback, crawled by the real worker. Not tests."""
