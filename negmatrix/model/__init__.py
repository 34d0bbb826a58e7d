"""The records: what a talks holds, frozen and knowing where it was written."""
