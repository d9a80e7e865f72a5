from pytest_django.live_server_helper import LiveServer


class LocalServer(LiveServer):
    """Bound by number, since a bare machine may not know the name; opened by name, as passkeys need one."""

    def __init__(self) -> None:
        super().__init__("127.0.0.1")

    @property
    def url(self) -> str:
        return f"http://localhost:{self.thread.port}"
