"""Published statistics to pages: figures in words, charts with their tables, and how it was all protected."""
