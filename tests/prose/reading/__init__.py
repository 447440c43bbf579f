"""What a document says, read as tables."""
