"""JUnit's XML, and what XML cannot hold."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from bekwaam.diagnostics import Diagnostic, say
from bekwaam.diagnostics.junit_report import write_junit
from tests.unit.diagnostics.findings import ALL, LATE, WRONG, in_portfolios


def suite(*findings: Diagnostic, strict: bool = False) -> ET.Element:
    report = ET.fromstring(write_junit(findings, 12, str, in_portfolios, strict=strict))
    (only,) = report
    assert report.tag == "testsuites"
    return only


def test_counts_files_and_files_with_errors() -> None:
    made = suite(*ALL)
    assert (made.get("tests"), made.get("failures"), made.get("errors")) == ("4", "2", "0")
    assert len(made.findall("testcase")) == 4
    assert len(made.findall("testcase/failure")) == 2


def test_a_clean_school_is_one_passed_case() -> None:
    made = suite()
    assert (made.get("tests"), made.get("failures")) == ("1", "0")


def test_warnings_fail_only_when_they_count() -> None:
    assert suite(LATE).get("failures") == "0"
    assert suite(LATE).find("testcase/system-out") is not None
    assert suite(LATE, strict=True).get("failures") == "1"


def test_what_xml_cannot_hold_is_replaced() -> None:
    bell = replace(WRONG, message=say("\x07 <rings> \ud800"))
    failure = suite(bell).find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "\ufffd <rings> \ufffd"
