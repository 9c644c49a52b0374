"""What the datasets of the field mean: one folder a feature, the same word on every floor."""
