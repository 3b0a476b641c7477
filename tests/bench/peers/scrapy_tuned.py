"""A tuned Scrapy spider, the honest opponent: selectolax, its own seen-set, no middleware that is not needed."""

import sys
from urllib.parse import urljoin, urlsplit

import scrapy
from scrapy.crawler import CrawlerProcess
from selectolax.lexbor import LexborHTMLParser

HOST = urlsplit(sys.argv[1]).netloc


class Town(scrapy.Spider):
    name = "town"
    start_urls = [sys.argv[1]]

    def parse(self, response):
        self.seen = getattr(self, "seen", {sys.argv[1]})
        if b"html" not in response.headers.get("Content-Type", b""):
            return
        tree = LexborHTMLParser(response.body)
        title = tree.css_first("title")
        self.found = (title.text() if title else "", len(tree.css("form")))
        for node in tree.css("a[href]"):
            url = urljoin(response.url, node.attributes["href"] or "").partition("#")[0]
            if url not in self.seen and urlsplit(url).netloc == HOST:
                self.seen.add(url)
                yield scrapy.Request(url, self.parse, dont_filter=True)


off = dict.fromkeys(
    (
        "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware",
        "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware",
        "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware",
        "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware",
        "scrapy.downloadermiddlewares.retry.RetryMiddleware",
        "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware",
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware",
        "scrapy.downloadermiddlewares.redirect.RedirectMiddleware",
        "scrapy.downloadermiddlewares.cookies.CookiesMiddleware",
        "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware",
        "scrapy.downloadermiddlewares.stats.DownloaderStats",
    )
)
spider_off = dict.fromkeys(
    (
        "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware",
        "scrapy.spidermiddlewares.referer.RefererMiddleware",
        "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware",
        "scrapy.spidermiddlewares.depth.DepthMiddleware",
    )
)
process = CrawlerProcess(
    {
        "ROBOTSTXT_OBEY": False,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 2,
        "LOG_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
        "DOWNLOADER_MIDDLEWARES": off,
        "SPIDER_MIDDLEWARES": spider_off,
        "EXTENSIONS": dict.fromkeys(
            (
                "scrapy.extensions.corestats.CoreStats",
                "scrapy.extensions.logstats.LogStats",
                "scrapy.extensions.memusage.MemoryUsage",
                "scrapy.extensions.feedexport.FeedExporter",
            )
        ),
    }
)
process.crawl(Town)
process.start()
