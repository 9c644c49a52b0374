"""How large a file may be that is read: data, what somebody sent, what lies beside pages and records."""

from __future__ import annotations

MEGABYTE = 1024 * 1024
LARGEST_DATA = {".csv": 20 * MEGABYTE, ".tsv": 20 * MEGABYTE, ".yaml": MEGABYTE, ".yml": MEGABYTE}
"""Bytes that a file of records of each kind may have; larger ones are refused unread."""
LARGEST_SENT = 50 * MEGABYTE
"""A file that somebody gives to a verb."""
LARGEST_RAW = 200 * MEGABYTE
"""A CSV file of cases on the bureau's own machine: a million rows take 75 MB."""
LARGEST_TABLE = 20 * MEGABYTE
"""A table that somebody sent to be taken over; what the bureau holds itself may be larger."""
LARGEST_DOCUMENT = 30 * MEGABYTE
"""A document or a picture beside a page or a record."""
LARGEST_UNPACKED = 300 * MEGABYTE
"""What a document or an archive may unpack to."""
