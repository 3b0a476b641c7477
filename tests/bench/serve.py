"""nginx on a loopback port, from a folder, and its access log."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Served:
    """A site that is served: its address and the log of what it was asked."""

    url: str
    log: Path

    def asked(self) -> list[tuple[str, str, int, int]]:
        """(method, path, status, bytes of the body) of each request so far."""
        lines = (line.split(" ") for line in self.log.read_text().splitlines())
        return [(method, path, int(status), int(size)) for method, path, status, size in lines]

    def forget(self) -> None:
        """The log begins anew."""
        with self.log.open("w"):
            pass


@contextmanager
def served(root: Path, scratch: Path) -> Iterator[Served]:
    """Raises SystemExit where there is no nginx."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        raise SystemExit("nginx is missing (Debian and Ubuntu: apt install nginx-light)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = scratch / "access.log"
    (scratch / "nginx.conf").write_text(
        f"""daemon off; worker_processes 1; pid {scratch}/nginx.pid; error_log {scratch}/error.log;
events {{ worker_connections 512; }}
http {{
  types {{ text/html html; application/pdf pdf; application/rss+xml xml; text/css css; text/plain txt; }}
  charset utf-8; sendfile on; keepalive_requests 100000;
  log_format asked '$request_method $request_uri $status $body_bytes_sent'; access_log {log} asked;
  client_body_temp_path {scratch}/b; proxy_temp_path {scratch}/p; fastcgi_temp_path {scratch}/f; uwsgi_temp_path {scratch}/u; scgi_temp_path {scratch}/s;
  server {{ listen 127.0.0.1:{port}; root {root}; location / {{ try_files $uri $uri/index.html =404; }} }}
}}
"""
    )
    log.touch()
    process = subprocess.Popen([nginx, "-p", str(scratch), "-c", str(scratch / "nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield Served(f"http://127.0.0.1:{port}/", log)
    finally:
        process.terminate()
        process.wait()
