"""`bekwaam new`: commented, valid first versions of records."""

from __future__ import annotations

import click

from bekwaam.cli.new.assessment import assessment
from bekwaam.cli.new.contact import contact
from bekwaam.cli.new.evidence import evidence
from bekwaam.cli.new.learner import learner
from bekwaam.cli.new.school import school
from bekwaam.cli.new.self_evaluation import self_evaluation


@click.group()
def command() -> None:
    """Start a school, or add a record to it.

    What is missing is asked for on a terminal. Nothing that exists is ever overwritten. Every new
    file says in comments what else may stand in it.
    """


for _one in (school, learner, evidence, assessment, contact, self_evaluation):
    command.add_command(_one)
