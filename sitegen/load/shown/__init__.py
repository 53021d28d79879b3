"""What a desk makes of its data: rankings and charts."""
