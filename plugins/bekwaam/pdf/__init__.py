"""Views to HTML and CSS to PDF; WeasyPrint is imported only when a document is made."""
