"""Lists that leave the portal as files: CSV, XLSX and JSON, streamed, without formulas."""
