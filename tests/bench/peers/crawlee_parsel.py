"""Crawlee for Python with Parsel."""

import asyncio
import sys

from crawlee import ConcurrencySettings
from crawlee.crawlers import ParselCrawler, ParselCrawlingContext
from crawlee.storage_clients import MemoryStorageClient


async def main() -> None:
    crawler = ParselCrawler(
        concurrency_settings=ConcurrencySettings(desired_concurrency=2, max_concurrency=2),
        storage_client=MemoryStorageClient(),
        configure_logging=False,
    )

    @crawler.router.default_handler
    async def handle(context: ParselCrawlingContext) -> None:
        await context.push_data({"title": context.selector.css("title::text").get(), "forms": len(context.selector.css("form"))})
        await context.enqueue_links()

    await crawler.run([sys.argv[1]])


asyncio.run(main())
