"""Happenings beside the sentences that tell their time: entries, leads, sequels."""
