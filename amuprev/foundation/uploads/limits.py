"""How much an upload may weigh, declare and unfold into."""

MEGABYTE = 1024 * 1024

PICTURE_BYTES = 10 * MEGABYTE
DOCUMENT_BYTES = 15 * MEGABYTE

PICTURE_PIXELS = 40_000_000
LARGE_SIDE = 1600
SMALL_WIDTH = 360

PDF_PAGES = 500
# About four seconds of work; a report of 500 pages has some 20,000.
PDF_OBJECTS = 60_000
PDF_STREAM_BYTES = 64 * MEGABYTE

ARCHIVE_ENTRIES = 2_000
ARCHIVE_BYTES = 80 * MEGABYTE
ARCHIVE_RATIO = 150
# Small parts compress very well without being a trap.
ARCHIVE_RATIO_FROM = 1 * MEGABYTE
# A parsed part takes about forty times its size in memory.
XML_BYTES = 6 * MEGABYTE
XML_BYTES_TOGETHER = 10 * MEGABYTE

REDRAWN_PICTURES = 30
REDRAWN_PIXELS = 12_000_000
