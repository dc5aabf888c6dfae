"""What the tests of several use cases start from."""

from __future__ import annotations

import pytest

from tests.application.fakes import FakePress


@pytest.fixture
def press() -> FakePress:
    return FakePress()
