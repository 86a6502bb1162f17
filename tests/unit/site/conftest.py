"""What the tests of the site share: a folder of pictures, and the site of the sample school."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam.model.audience import Audience
from bekwaam.rendering.pictures import Pictures
from bekwaam.site.page import Page
from bekwaam.site.pages import pages
from bekwaam.views.school import SchoolView
from tests import samples

MakeSite = Callable[[SchoolView], dict[str, Page]]


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records")
    samples.write_media(folder)
    return folder


@pytest.fixture(scope="session")
def pictures(records: Path, tmp_path_factory: pytest.TempPathFactory) -> Pictures:
    return Pictures(records, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def make_site(records: Path, pictures: Pictures) -> MakeSite:
    """All pages of a school, by address."""

    def make(school: SchoolView) -> dict[str, Page]:
        return {page.uri: page for page in pages(school, pictures, records)}

    return make


@pytest.fixture(scope="session", params=list(Audience), ids=lambda audience: audience.value)
def site(request: pytest.FixtureRequest, make_site: MakeSite) -> dict[str, Page]:
    """The sample school's pages for each audience; in English, so that no translation changes a test."""
    return make_site(replace(samples.school_view(request.param), language="en"))


@pytest.fixture(scope="session")
def team_site(make_site: MakeSite) -> dict[str, Page]:
    return make_site(replace(samples.school_view(), language="en"))
