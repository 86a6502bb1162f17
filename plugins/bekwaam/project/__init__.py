"""The composition root: a folder of records in, a checked project with statuses out."""

from bekwaam.project.attributing import attributed
from bekwaam.project.crew import Crew, Hire, share
from bekwaam.project.keeping import Keep
from bekwaam.project.loaded import Loaded
from bekwaam.project.loading import load

__all__ = ["Crew", "Hire", "Keep", "Loaded", "attributed", "load", "share"]
