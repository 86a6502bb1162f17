"""The one gate: a project with what an audience may not see taken out."""

from bekwaam.audience.findings import heard
from bekwaam.audience.gate import restrict
from bekwaam.audience.gated import Gated, Shown

__all__ = ["Gated", "Shown", "heard", "restrict"]
