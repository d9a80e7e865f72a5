import pytest

from plans.publication.pdf import process


@pytest.fixture
def pango(tmp_path, monkeypatch):
    """Takes Pango away from the process that makes PDFs: the linker finds a file that is no library."""
    file = tmp_path / "libpango-1.0.so.0"
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    monkeypatch.setattr(process, "_NEEDED", (*process._NEEDED, "LD_LIBRARY_PATH"))
    file.touch()
    return file
