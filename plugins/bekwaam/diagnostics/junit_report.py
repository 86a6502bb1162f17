"""Diagnostics as a JUnit report, which most pipelines can show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.etree import ElementTree as ET

from bekwaam.diagnostics.diagnostic import TOP, Diagnostic, Severity
from bekwaam.diagnostics.message import Translate

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(
    diagnostics: Iterable[Diagnostic],
    records: int,
    translate: Translate,
    shown_path: Callable[[str], str],
    *,
    strict: bool = False,
) -> str:
    """A test case per file with findings: errors fail it, warnings stand in its output.

    With ``strict`` warnings fail it too. The school as a whole is one case more, so that a clean
    school shows as passed.
    """

    def fails(one: Diagnostic) -> bool:
        return strict or one.severity is Severity.ERROR

    by_path: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        by_path.setdefault(one.path, []).append(one)
    failed = sum(any(map(fails, found)) for found in by_path.values())
    suites = ET.Element("testsuites")
    suite = ET.SubElement(suites, "testsuite", name="bekwaam", errors="0", skipped="0")
    suite.set("tests", str(len(by_path) + 1))
    suite.set("failures", str(failed))
    ET.SubElement(suite, "testcase", classname="bekwaam", name=f"records: {records}")
    for path, found in by_path.items():
        file = _printable(shown_path(path))
        case = ET.SubElement(suite, "testcase", classname="bekwaam", name=file, file=file)
        failing = [one for one in found if fails(one)]
        others = [one for one in found if not fails(one)]
        if failing:
            failure = ET.SubElement(case, "failure", type=failing[0].code)
            failure.set("message", _printable(failing[0].message.render(translate)))
            failure.text = "\n".join(_line(one, translate) for one in failing)
        if others:
            output = ET.SubElement(case, "system-out")
            output.text = "\n".join(_line(one, translate) for one in others)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode")


def _line(one: Diagnostic, translate: Translate) -> str:
    place = one.location or TOP
    return _printable(f"{place.line}:{place.column} {one.code} {one.told(translate)}")


def _printable(text: str) -> str:
    """XML has no way at all to write most control characters."""
    return _NOT_IN_XML.sub("\ufffd", text)
