"""Django admin for the secretariat: twinnings and their exchanges."""

from twinnings.admin.exchanges import ExchangeAdmin
from twinnings.admin.twinnings import TwinningAdmin

__all__ = ["ExchangeAdmin", "TwinningAdmin"]
