"""The map of the house has every room."""

import pytest

from samarbejde.running import CHECKOUT

OF_DJANGO = {"formats", "management", "migrations", "templatetags"}
ROOMS = sorted(
    package.parent.relative_to(CHECKOUT)
    for app in ("councils", "plans", "samarbejde")
    for package in (CHECKOUT / app).glob("*/__init__.py")
    if package.parent.name not in OF_DJANGO
)


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_every_room_is_on_the_map(room):
    text = (CHECKOUT / "docs" / "architecture.md").read_text()
    assert f"`{room}`" in text or f"`{room.name}`" in text
