"""What the records say about the guide's points: figures, the records behind them, and how it is computed."""

from bekwaam.indicators.all import INDICATORS, indications
from bekwaam.indicators.indication import Indication, Short
from bekwaam.indicators.seen import Period, Seen, period_on

__all__ = ["INDICATORS", "Indication", "Period", "Seen", "Short", "indications", "period_on"]
