"""The verbs of the twinnings, one module per group of acts."""
