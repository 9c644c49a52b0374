"""The names that columns of a published table have whatever it counts."""

from __future__ import annotations

PERIOD = "period"
"""The time dimension of every table."""
MEASURE = "measure"
VALUE = "value"
"""Empty where a figure is withheld."""
OBS_STATUS = "obs_status"
CONF_STATUS = "conf_status"
FIXED = (MEASURE, VALUE, OBS_STATUS, CONF_STATUS)
