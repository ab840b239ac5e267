"""The configuration of the deployment page, in the server it is for, before a real dashboard."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPSConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from shutil import copytree
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from playwright.sync_api import sync_playwright
from screen_builds import made_once
from serving import ROOT, browser_file, launched
from signing_in import signed_in_to, title_of
from socket_client import cookie

from partnership.labels import shell as words

NAME = "dashboard.company.example"
CONFIGURATION = ROOT / "docs" / "deploy" / "nginx.conf"
AROUND = """
daemon off; worker_processes 1; pid {folder}/pid; error_log stderr;
events {{ }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    include {folder}/site.conf;
}}
"""
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")

pytestmark = pytest.mark.skipif(
    not (NGINX and browser_file()) and not os.environ.get("CI"),
    reason="no nginx or no Chromium on this machine",
)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def write_certificate(folder: Path) -> None:
    """A certificate for this name, signed by itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(1))
    names = [x509.DNSName(NAME), x509.IPAddress(ip_address("127.0.0.1"))]
    made = made.add_extension(x509.SubjectAlternativeName(names), critical=False)
    signed = made.sign(key, hashes.SHA256())
    (folder / "dashboard.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    (folder / "dashboard.key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


@contextmanager
def nginx(folder: Path, upstream: str, plain: int, secure: int) -> Iterator[None]:
    """The configuration as it stands in the docs, with these ports and files in it."""
    assert NGINX, "CI is set, but there is no nginx: install it"
    folder.mkdir(parents=True)
    write_certificate(folder)
    text = CONFIGURATION.read_text(encoding="utf-8")
    changes = {
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443": f"listen 127.0.0.1:{secure}",
        "http://127.0.0.1:8501": upstream,
        "/etc/ssl/certs/dashboard.pem": f"{folder}/dashboard.pem",
        "/etc/ssl/private/dashboard.key": f"{folder}/dashboard.key",
        "/var/log/nginx/partnership.log": f"{folder}/access.log",
    }
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
    command = [NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    with (folder / "error.log").open("w") as log:
        process = subprocess.Popen(command, stderr=log)
        try:
            wait_for(secure, process, folder / "error.log")
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(100):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("nginx did not start")


def secure_connection(port: int, name: str = NAME) -> HTTPSConnection:
    """A connection that calls the server by this name, as its certificate must."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    connection = HTTPSConnection("127.0.0.1", port, context=trusting, timeout=30)
    connection.sock = trusting.wrap_socket(
        socket.create_connection(("127.0.0.1", port)), server_hostname=name
    )
    return connection


class Echo(BaseHTTPRequestHandler):
    """Answers with the headers that arrived."""

    def do_GET(self) -> None:  # noqa: N802
        self.send_response(200)
        self.send_header("Set-Cookie", "a=b; Path=/")
        self.end_headers()
        self.wfile.write(str(self.headers).encode())

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_what_a_browser_says_of_its_owner_goes_no_further(tmp_path: Path) -> None:
    server = HTTPServer(("127.0.0.1", 0), Echo)
    Thread(target=server.serve_forever, daemon=True).start()
    plain, secure = free_port(), free_port()
    forged = {name.strip(): "ana@company.example" for name in (
        "X-Forwarded-User", "X-Forwarded-Email", "X-Auth-Request-User", "X-Auth-Request-Email",
        "Remote-User", "X-Real-IP", "X-Forwarded-Host", "Forwarded",
    )}  # fmt: skip
    forged |= {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "http", "Host": NAME}
    with nginx(tmp_path / "n", f"http://127.0.0.1:{server.server_port}", plain, secure):
        connection = secure_connection(secure)
        connection.request("GET", "/?agency=Harbour", headers=forged)
        answer = connection.getresponse()
        arrived = answer.read().decode().lower()
        assert "ana@company.example" not in arrived and "203.0.113.9" not in arrived
        assert "x-forwarded-for: 127.0.0.1" in arrived and "x-forwarded-proto: https" in arrived
        assert f"host: {NAME}" in arrived
        assert answer.getheader("strict-transport-security") == "max-age=31536000"
        assert "secure" in str(answer.getheader("set-cookie")).lower()
        connection.close()

        unencrypted = HTTPConnection("127.0.0.1", plain, timeout=30)
        unencrypted.request("GET", "/data", headers={"Host": NAME})
        moved = unencrypted.getresponse()
        assert (moved.status, moved.getheader("location")) == (301, f"https://{NAME}/data")
        unencrypted.close()
        with pytest.raises(ssl.SSLError):
            secure_connection(secure, "evil.example")
    log = (tmp_path / "n" / "access.log").read_text(encoding="utf-8")
    assert "GET /" in log and "Harbour" not in log
    server.shutdown()


def test_the_dashboard_works_behind_it(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copytree(made_once("two agencies", tmp_path_factory.getbasetemp()), tmp_path / "builds")
    plain, secure = free_port(), free_port()
    outside = f"https://{NAME}:{secure}"
    # The second is what the test itself asks whether the dashboard has started.
    named = [f"--server.allowedHosts={name}" for name in (NAME, "127.0.0.1")]
    with (
        signed_in_to(tmp_path, "http://127.0.0.1:9", *named, outside=outside) as inside,
        nginx(tmp_path / "n", inside, plain, secure),
        sync_playwright() as playwright,
    ):
        is_here = f"--host-resolver-rules=MAP {NAME} 127.0.0.1"
        browser = launched(playwright, is_here)
        context = browser.new_context(ignore_https_errors=True, base_url=outside)
        value = cookie(outside, email="ana@company.example")
        context.add_cookies([{"name": "_streamlit_user", "value": value, "url": outside}])
        page, said = context.new_page(), list[str]()
        page.on("console", lambda message: said.append(message.text))
        answer = page.goto("/")
        assert title_of(page) == words.OVERVIEW
        page.locator("[data-testid=stSidebarNavLink]", has_text=words.OFFERS).click()
        assert title_of(page, is_not=words.OVERVIEW) == words.OFFERS
        headers = answer.all_headers() if answer else {}
        assert re.search("frame-ancestors 'none'", headers["content-security-policy"])
        assert headers["strict-transport-security"] and headers["cache-control"] == "no-store"
        with page.expect_download() as download:
            page.get_by_role("button", name=words.XLSX).click()
        assert download.value.path().read_bytes().startswith(b"PK")
        assert [text for text in said if "Content Security Policy" in text] == []
        browser.close()
