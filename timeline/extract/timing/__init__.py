"""Which happening a time dates, and which times date none."""
