"""The `bekwaam` command: one module per verb, for arguments and output only."""
