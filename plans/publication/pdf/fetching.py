"""What a plan may read while it becomes a PDF: `data:` in its own text, and the files it was handed."""

from collections.abc import Mapping
from pathlib import Path

from weasyprint.urls import URLFetcher, URLFetcherResponse


class ProjectFiles(URLFetcher):
    """Serves `files` (address → path on disk) and `data:`; no network, no other file, no redirect."""

    def __init__(self, files: Mapping[str, str]) -> None:
        super().__init__(allowed_protocols=["data"], allow_redirects=False)
        self._files = files

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Raises `ValueError` for every other address; WeasyPrint then logs it and goes on without."""
        if url in self._files:
            return URLFetcherResponse(url, Path(self._files[url]).read_bytes())
        return super().fetch(url, headers)
