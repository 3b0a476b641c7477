"""The peers: other crawlers, each with links, titles and forms only, at the same concurrency and without a pause."""
