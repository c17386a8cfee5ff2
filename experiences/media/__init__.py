"""Files of films and their texts, without records: read, measured, made, written."""
