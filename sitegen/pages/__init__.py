"""What the templates see: one frozen, documented class per template, built whole from the edition."""
