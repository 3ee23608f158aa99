"""What leaves the house: connections to the person's own mail and calendars, the outbox, its worker, reminders."""
