"""nginx with the configuration of the deployment page, on ports of its own."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from serving import ROOT

# The name in the configuration, and the one that a browser finds on this machine.
WRITTEN, NAME = "dashboard.company.example", "localhost"
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
    names = x509.SubjectAlternativeName([x509.DNSName(NAME)])
    made = made.add_extension(names, critical=False)
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
        WRITTEN: NAME,
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443": f"listen 127.0.0.1:{secure}",
        "http://127.0.0.1:8501": upstream,
        f"/etc/letsencrypt/live/{NAME}/fullchain.pem": f"{folder}/dashboard.pem",
        f"/etc/letsencrypt/live/{NAME}/privkey.pem": f"{folder}/dashboard.key",
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
