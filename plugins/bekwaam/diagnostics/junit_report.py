"""Diagnostics as a JUnit report, which most pipelines can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree import ElementTree as ET

from bekwaam.diagnostics.diagnostic import TOP, Diagnostic, Severity
from bekwaam.diagnostics.message import Translate


def write_junit(
    diagnostics: Iterable[Diagnostic],
    records: int,
    translate: Translate,
    shown_path: Callable[[str], str],
) -> str:
    """A test case per file with findings: errors fail it, warnings stand in its output.

    Records without findings are one case together, so that a clean school shows as passed.
    """
    by_path: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        by_path.setdefault(one.path, []).append(one)
    failed = sum(any(map(_is_error, found)) for found in by_path.values())
    suite = ET.Element("testsuite", name="bekwaam", errors="0", skipped="0")
    suite.set("tests", str(len(by_path) + 1))
    suite.set("failures", str(failed))
    ET.SubElement(suite, "testcase", classname="bekwaam", name=f"records: {records}")
    for path, found in by_path.items():
        case = ET.SubElement(suite, "testcase", classname="bekwaam", name=shown_path(path))
        errors = [one for one in found if _is_error(one)]
        warnings = [one for one in found if not _is_error(one)]
        if errors:
            text = "\n".join(_line(one, translate) for one in errors)
            failure = ET.SubElement(case, "failure", type=errors[0].code)
            failure.set("message", errors[0].message.render(translate))
            failure.text = text
        if warnings:
            output = ET.SubElement(case, "system-out")
            output.text = "\n".join(_line(one, translate) for one in warnings)
    suites = ET.Element("testsuites")
    suites.append(suite)
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True)


def _is_error(one: Diagnostic) -> bool:
    return one.severity is Severity.ERROR


def _line(one: Diagnostic, translate: Translate) -> str:
    place = one.location or TOP
    return f"{place.line}:{place.column} {one.code} {one.told(translate)}"
