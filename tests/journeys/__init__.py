import pytest

pytest.register_assert_rewrite("tests.journeys.steps", "tests.browser")
