"""Makes one document of the school as a whole: fills its template and prints it."""

from __future__ import annotations

from bekwaam.diagnostics import Message
from bekwaam.pdf.assets import AssetFetcher
from bekwaam.pdf.colours import accent
from bekwaam.pdf.pictures import Album
from bekwaam.pdf.press import Theme, press
from bekwaam.rendering import environment
from bekwaam.rendering.pictures import Pictures
from bekwaam.rendering.tame import tame
from bekwaam.views.school import SchoolView
from bekwaam.views.school_documents import SchoolDocument

_LONGEST_NAME = 120


def render_of_school(
    document: SchoolDocument, school: SchoolView, pictures: Pictures
) -> tuple[bytes, list[Message]]:
    """Make a document in the language of ``school``; its template and style have its kind's name.

    The same input gives the same bytes, whatever the clock, the time zone or the user.

    Returns:
        The PDF (PDF/UA-1), and what could not be printed as it should.
    """
    album = Album(pictures.prepare)
    colour = accent(school.accent)
    name = document.kind.value
    html = (
        environment.make(school.language)
        .get_template(f"pdf/{name}.html")
        .render(
            school=school,
            page=document.page,
            name=tame(str(school.name), _LONGEST_NAME),
            stamp=None,
            kind=document.kind,
            accent=colour,
            picture=album.add,
        )
    )
    pdf, messages, _pages = press(
        html,
        sheets=("print.css", f"{name}.css"),
        themes=(Theme(css=f":root {{ --accent: {colour} }}", at_most=None),),
        fetcher=AssetFetcher(album.files),
    )
    return pdf, [*album.missing, *messages]
