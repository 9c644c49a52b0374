"""What happens when: events, trainings, calls."""
