"""Challenges, and what only looks like one."""

import time

import pytest

from crawler.challenge import challenge

WORDS = "<p>La mairie vous accueille du lundi au vendredi de 9 h à 17 h. " * 30


@pytest.mark.parametrize(
    ("status", "headers", "html", "who"),
    [
        (403, {"cf-mitigated": "challenge"}, "", "Cloudflare"),
        (403, {}, "<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}</script>", "Cloudflare"),
        (200, {}, '<html><head><meta http-equiv="refresh" content="5; URL=/?bm-verify=AAQAAA"></head></html>', "Akamai"),
        (200, {}, '<div id="sec-if-cpt-container"></div>', "Akamai"),
        (403, {"server": "DataDome"}, "", "DataDome"),
        (200, {}, "<script src='https://ct.captcha-delivery.com/c.js'></script>", "DataDome"),
        (202, {"x-amzn-waf-action": "challenge"}, "", "AWS WAF"),
        (405, {"x-amzn-waf-action": "captcha"}, "", "AWS WAF"),
        (429, {"x-vercel-mitigated": "challenge"}, "", "Vercel"),
        (202, {"sg-captcha": "challenge"}, "", "SiteGround"),
        (200, {}, '<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F">', "SiteGround"),
        (200, {}, "Request unsuccessful. Incapsula incident ID: 123-456", "Imperva"),
        (200, {}, "<body>The requested URL was rejected. Please consult with your administrator.<br>ID: 1", "F5"),
        (503, {}, "<p>Your access to this site has been limited by the site owner</p>", "Wordfence"),
        (200, {}, '<script id="anubis_challenge" type="application/json">{}</script>', "Anubis"),
        (200, {}, "<script>var a=toNumbers('f655ba9d09a112d4968c63579db590b4')</script>", "testcookie"),
        (403, {"server": "ddos-guard"}, "", "DDoS-Guard"),
        (401, {}, "<title>CrowdSec Captcha</title>", "CrowdSec"),
        (200, {}, "<form><div class='h-captcha' data-sitekey='x'></div><button>Continuer</button></form>", "captcha"),
        (403, {}, "<script src='https://www.google.com/recaptcha/api.js'></script>Accès", "captcha"),
        (200, {}, "<h1>Vérification de sécurité</h1><p>Veuillez patienter.", "verification"),
        (200, {}, "<h1>Vous êtes un humain ?</h1>", "verification"),
        (200, {}, "<h1>Checking your browser before accessing mairie.fr</h1>", "verification"),
    ],
)
def test_challenge(status: int, headers: dict[str, str], html: str, who: str) -> None:
    assert challenge(status, headers, html) == who


@pytest.mark.parametrize(
    ("status", "headers", "html"),
    [
        (200, {"server": "cloudflare", "cf-ray": "1"}, f"<h1>Mairie</h1>{WORDS}"),
        (403, {"server": "cloudflare"}, "<h1>Interdit</h1>"),
        (200, {"server": "ddos-guard"}, f"<h1>Mairie</h1>{WORDS}"),
        # Cloudflare's script for all visitors, and captchas in forms.
        (200, {}, f"<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>{WORDS}"),
        (200, {}, f"<script src='https://www.google.com/recaptcha/api.js'></script><div class='g-recaptcha'></div>{WORDS}"),
        (200, {}, "<form><input type='email'><textarea></textarea><div class='g-recaptcha'></div></form>"),
        (200, {}, "<form><input type=password><div class='h-captcha'></div></form>"),
        # The empty shell of an application that has a captcha somewhere.
        (200, {}, "<div id=root></div><script src='https://www.google.com/recaptcha/api.js'></script>"),
        (200, {}, "<noscript>You need to enable JavaScript to run this app.</noscript><div id=app></div>"),
        (200, {}, f"<h1>Un instant… la vérification de sécurité des aires de jeux</h1>{WORDS}"),
        (200, {}, "<a href=/x>" * 40 + "Vérification de sécurité"),
        (404, {}, "<h1>404</h1>"),
        (200, {}, ""),
    ],
)
def test_no_challenge(status: int, headers: dict[str, str], html: str) -> None:
    assert challenge(status, headers, html) is None


@pytest.mark.parametrize(
    "piece", ["<script ", "<!-- ", "<", "<a", "<script></script>", "toNumbers('", "<style>", "a ", "Access denied "]
)
def test_hostile_input_is_quick(piece: str) -> None:
    started = time.process_time()
    challenge(403, {}, piece * (5_000_000 // len(piece)))
    assert time.process_time() - started < 1
