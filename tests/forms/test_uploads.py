"""What somebody uploads is never found on the disk afterwards, not even when the process was killed."""

import tempfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory


@pytest.mark.parametrize("size", [10, 3_000_000])
def test_an_uploaded_file_has_no_name_on_the_disk(size, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    content = b"plan " * (size // 5)
    document = SimpleUploadedFile("plan.docx", content, content_type="application/msword")
    received = RequestFactory().post("/", {"document": document}).FILES["document"]
    assert list(tmp_path.iterdir()) == []
    assert (received.name, received.size, received.content_type) == (
        *("plan.docx", len(content), "application/msword"),
    )
    assert b"".join(received.chunks()) == content
    assert received.read() == b""
    received.seek(0)
    assert received.read() == content
