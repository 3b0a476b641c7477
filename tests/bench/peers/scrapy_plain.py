"""An ordinary Scrapy spider: LinkExtractor, CSS selectors, the settings of a new project."""

import sys

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor


class Town(scrapy.Spider):
    name = "town"
    start_urls = [sys.argv[1]]
    allowed_domains = ["127.0.0.1"]
    extractor = LinkExtractor()

    def parse(self, response):
        if not hasattr(response, "css"):
            return
        yield {"title": response.css("title::text").get(), "forms": len(response.css("form")), "url": response.url}
        for link in self.extractor.extract_links(response):
            yield response.follow(link, self.parse)


process = CrawlerProcess(
    {
        "ROBOTSTXT_OBEY": True,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 2,
        "DOWNLOAD_DELAY": 0,
        "LOG_LEVEL": "ERROR",
        "FEEDS": {"items.jsonl": {"format": "jsonlines"}},
    }
)
process.crawl(Town)
process.start()
