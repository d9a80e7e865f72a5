"""deploy/ as it stands, moved to free ports of this machine: nginx before gunicorn, with TLS."""

import http.client
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from samarbejde.running import CHECKOUT
from tests.database import address
from tests.outbox.conftest import free_port

NAME = "samarbejde.example.dk"
HOST = "127.0.0.1"
MODULES = Path("/usr/lib/nginx/modules")
BROTLI = [MODULES / f"ngx_http_brotli_{kind}_module.so" for kind in ("filter", "static")]
NGINX = shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"]))
MAIN = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{modules}
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {includes}
}}
"""


class Site:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port, self.plain_port = free_port(), free_port()
        self.socket = folder / "web.sock"
        self.closed = folder / "var" / "closed"
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        (folder / "var" / "static").mkdir(parents=True)
        _certificate(folder)
        (folder / "site.conf").write_text(self._moved("samarbejde.conf"))
        (folder / "brotli.conf").write_text(self._moved("brotli.conf"))
        self.configuration = folder / "nginx.conf"
        self.configuration.write_text(self._main())

    def _moved(self, name: str) -> str:
        text = (CHECKOUT / "deploy" / "nginx" / name).read_text()
        text = re.sub(r"^ *listen \[::\].*\n", "", text, flags=re.MULTILINE)
        for old, new in {
            "listen 443": f"listen {HOST}:{self.port}",
            "listen 80": f"listen {HOST}:{self.plain_port}",
            "/run/samarbejde-pages": str(self.folder / "pages"),
            "/srv/samarbejde/var": str(self.folder / "var"),
            "/srv/samarbejde": str(CHECKOUT),
            "/run/samarbejde/web.sock": str(self.socket),
            "/etc/ssl/samarbejde": str(self.folder),
        }.items():
            text = text.replace(old, new)
        return text

    def _main(self) -> str:
        has_brotli = all(module.exists() for module in BROTLI)
        confs = ["site.conf", *(["brotli.conf"] if has_brotli else [])]
        return MAIN.format(
            folder=self.folder,
            user="user root;" if os.geteuid() == 0 else "",
            modules="\n".join(f"load_module {module};" for module in BROTLI if has_brotli),
            includes="\n".join(f"include {self.folder / conf};" for conf in confs),
        )

    def start_nginx(self) -> None:
        self._start("nginx", [str(NGINX), "-e", self.folder / "error.log", "-c", self.configuration])
        wait_for(lambda: _listens(self.port), self.folder / "nginx.log")

    def start_gunicorn(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "--config", CHECKOUT / "deploy" / "gunicorn.conf.py"]
        self._start("gunicorn", [*command, "--bind", f"unix:{self.socket}", "samarbejde.wsgi"])
        wait_for(lambda: self.get("/sundhed/").status == 200, self.folder / "gunicorn.log")

    def environment(self) -> dict[str, str]:
        given = {
            "DATABASE_URL": address(),
            "SECRET_KEY": "kun-til-test-" + "x" * 50,
            "SECOND_FACTOR_KEY": "totrin-til-test-" + "x" * 50,
            "SITE_URL": f"https://{NAME}",
            "ALLOWED_HOSTS": NAME,
            "FROM_EMAIL": f"Samarbejde <ingen-svar@{NAME}>",
            "SAMARBEJDE_PROXY": "1",
            "DJANGO_SETTINGS_MODULE": "tests.deploy.settings",
            "COLLECTED": str(self.folder / "var"),
            "SAMARBEJDE_PAGES": str(self.folder / "kept"),
            "WEB_CONCURRENCY": "2",
        }
        return {name: value for name, value in os.environ.items() if name != "SAMARBEJDE_HTTPS"} | given

    def collect_static_files(self) -> None:
        command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
        subprocess.run(command, cwd=CHECKOUT, env=self.environment(), check=True)

    def _start(self, name: str, command: list[str | Path]) -> None:
        with open(self.folder / f"{name}.log", "ab") as log:
            self._running[name] = subprocess.Popen(
                command, cwd=CHECKOUT, env=self.environment(), stdout=log, stderr=log, process_group=0
            )

    def signal(self, name: str, number: signal.Signals) -> None:
        self._running[name].send_signal(number)

    def workers(self) -> set[int]:
        """The process ids of gunicorn's own."""
        master = self._running["gunicorn"].pid
        return {int(number) for number in Path(f"/proc/{master}/task/{master}/children").read_text().split()}

    def stop(self, name: str) -> None:
        process = self._running.pop(name, None)
        if process:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def connect(self, name: str = NAME, *, patience: int = 20) -> ssl.SSLSocket:
        """`patience`: seconds until no answer is a fault."""
        trusted = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))
        plain = socket.create_connection((HOST, self.port), timeout=patience)
        return trusted.wrap_socket(plain, server_hostname=name)

    def browser(self, *, patience: int = 20) -> "Browser":
        return Browser(self.connect(patience=patience))

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> "Answer":
        return self.browser().ask("GET", path, headers=headers)


class Answer:
    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = answer.status, answer.headers, answer.read()

    @property
    def text(self) -> str:
        return self.body.decode()


class Browser:
    """One connection, kept alive from one request to the next."""

    def __init__(self, connection: ssl.SSLSocket) -> None:
        self._connection = http.client.HTTPConnection(NAME)
        self._connection.sock = connection

    def ask(
        self, method: str, path: str, body: str | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        self._connection.request(method, path, body=body, headers=dict(headers or {}))
        return Answer(self._connection.getresponse())


def _certificate(folder: Path) -> None:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (folder / "fullchain.pem").write_bytes(signed.public_bytes(pem))
    (folder / "privkey.pem").write_bytes(key.private_bytes(pem, pkcs8, serialization.NoEncryption()))


def _listens(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex((HOST, port)) == 0


def wait_for(true: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + 90
    while not true():
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.1)
