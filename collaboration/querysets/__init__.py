"""What a person may see, as conditions."""
