"""What a chart marks beside the values of its series: events, reference lines and bands, the entity it is about."""
