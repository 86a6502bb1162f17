"""Sets up Material's page frame for our pages: language, colours, tabs, and nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from bekwaam.diagnostics import say
from bekwaam.diagnostics.message import N_
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.options import WrongOption
from bekwaam.mkdocs_plugin.policy import guard
from bekwaam.model.audience import Audience
from bekwaam.rendering import translations
from bekwaam.rendering.environment import TEMPLATES
from bekwaam.site.files import SCRIPTS, SEARCH_SCRIPT, STYLE_SHEETS

_OVERRIDES = TEMPLATES / "mkdocs"
_FEATURES = ("navigation.tabs",)


def set_up(config: MkDocsConfig, content: Content) -> None:
    """Change the theme's settings in memory, for the content of a build.

    Raises:
        WrongOption: where the theme is not Material.
    """
    theme, audience, language = config.theme, content.school.audience, content.school.language
    logo = next(iter(content.logo()), None)
    scripts = (*SCRIPTS, SEARCH_SCRIPT) if content.much_evidence else SCRIPTS
    if theme.name != "material":
        raise WrongOption(say("These pages need the theme Material: write `theme: material` in mkdocs.yml."))
    # A school's own overrides go before ours.
    theme.dirs.insert(1 if theme.custom_dir else 0, str(_OVERRIDES))
    if _has_language(theme.dirs, language):
        theme["language"] = language
    theme["font"] = False  # fonts would come from another host; we bring our own
    theme["features"] = [*theme["features"], *(one for one in _FEATURES if one not in theme["features"])]
    if logo is not None and "logo" not in theme:
        theme["logo"] = theme["favicon"] = logo
    if "palette" not in theme:
        theme["palette"] = _palette(language)
    config.extra_css[:0] = STYLE_SHEETS
    config.extra_javascript[:0] = [_deferred(path) for path in scripts]
    config.extra["bekwaam_robots"] = "" if audience is Audience.PUBLIC else "noindex, nofollow"
    config.extra["bekwaam_notice"] = _notice(config, language)
    if audience is not Audience.PUBLIC:
        # A list of addresses for search engines is of use to nobody who may see this site.
        theme.static_templates -= {"sitemap.xml"}


def doorway(uri: str) -> bytes:
    """A front page for a site whose docs have none: it leads on to ``uri``."""
    page = (
        '<!doctype html><html><head><meta charset="utf-8"><title>→</title>'
        f'<meta http-equiv="refresh" content="0; url={uri}"></head>'
        f'<body><a href="{uri}">{uri}</a></body></html>\n'
    )
    return guard(page).encode()


def _has_language(folders: list[str], language: str) -> bool:
    return any((Path(folder) / f"partials/languages/{language}.html").is_file() for folder in folders)


def _palette(language: str) -> list[dict[str, object]]:
    """Light and dark, first as the reader's system has it, with a button between them."""
    translate = translations.load(language).gettext
    to_dark = {"icon": "material/weather-night", "name": translate(N_("Dark colours"))}
    to_light = {"icon": "material/weather-sunny", "name": translate(N_("Light colours"))}
    shared = {"primary": "custom", "accent": "custom"}
    light, dark = "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"
    return [
        {"media": light, "scheme": "default", "toggle": to_dark, **shared},
        {"media": dark, "scheme": "slate", "toggle": to_light, **shared},
    ]


def _deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script


def _notice(config: MkDocsConfig, language: str) -> str:
    """The notice above every page: ``extra: {bekwaam: {notice: ...}}``, a text or one per language."""
    settings = config.extra.get("bekwaam")
    notice = settings.get("notice") if isinstance(settings, dict) else None
    if isinstance(notice, dict):
        notice = notice.get(language) or next(iter(notice.values()), None)
    return str(notice or "")
