"""From views to the pages of the site; knows no MkDocs."""
