"""The policy allows the theme's own scripts, and no others."""

from __future__ import annotations

from bekwaam.mkdocs_plugin.policy import guard

HEAD = '<!doctype html><html><head><meta charset="utf-8"></head>'


def test_the_frames_own_scripts_are_allowed_by_their_digest() -> None:
    page = guard(f"{HEAD}<script>alert(1)</script>")
    assert "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in page
    assert page.index("Content-Security-Policy") < page.index("<script>")


def test_scripts_in_the_content_are_not() -> None:
    content = "<h1>x</h1><script>alert(1)</script>"
    assert "sha256" not in guard(f"{HEAD}{content}", content)


def test_data_and_files_of_the_site_need_no_digest() -> None:
    scripts = '<script id="__config" type="application/json">{}</script><script src="a.js"></script>'
    assert "sha256" not in guard(f"{HEAD}{scripts}")


def test_no_address_is_told_to_other_sites() -> None:
    referrer = '<meta name="referrer" content="no-referrer">'
    assert guard(HEAD).count(referrer) == 1
    assert guard(f"{HEAD}{referrer}").count(referrer) == 1
