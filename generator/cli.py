"""The verbs; the only place that prints or sets an exit code."""


def main() -> None:
    """Run the command line."""
