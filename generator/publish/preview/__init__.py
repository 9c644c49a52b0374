"""The local preview: a server of the published folder that builds anew on every edit."""
