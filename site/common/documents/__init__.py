"""Documents that people share: what they are by their content, the text inside, pictures of their pages."""
