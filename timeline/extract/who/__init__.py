"""Names and what stands for them: who, to whom, where."""
