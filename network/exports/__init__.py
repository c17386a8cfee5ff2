"""The activity log as files: exactly what a filter shows, in batches."""
