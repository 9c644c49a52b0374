"""A full table of true values becomes one that is safe to publish. Runs on the bureau's own machine."""
