"""Tables that everybody may take away and use: their fields, files and descriptions."""
