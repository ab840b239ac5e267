"""What the proxy of the deployment page adds, refuses and drops; test_signing_in.py pages through a
dashboard behind it."""

import os
import socket
import ssl
from http.client import HTTPConnection, HTTPSConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from proxied import NAME, NGINX, free_port, nginx

pytestmark = pytest.mark.skipif(
    NGINX is None and not os.environ.get("CI"), reason="no nginx on this machine"
)


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
