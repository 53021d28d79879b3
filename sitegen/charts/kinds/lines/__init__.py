"""Kind `line`: series over time, each named at its end."""
