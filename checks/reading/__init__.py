"""Reading: what a page says, offers or only speaks of, whatever the feature asked about."""
