"""Quote marks paired, and the stretches that stand between them."""
