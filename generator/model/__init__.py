"""The nouns the stages hand to each other; standard library only."""
