"""What the publicity side computes: calls, cases, consent, figures and their sources, reviews, calendars; pure."""
