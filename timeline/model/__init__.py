"""Frozen values that the stages hand on."""
