"""The three talks of a stage: their content, dates and pages."""
