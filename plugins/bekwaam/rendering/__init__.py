"""What turns views into words and pictures for a reader: templates, Markdown, dates, translations."""
