"""What the nouns are made of: periods, amounts, addresses, texts."""
