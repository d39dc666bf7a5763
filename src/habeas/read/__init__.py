"""read: bytes to reports."""
