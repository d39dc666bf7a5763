"""The dossier in the formats of other people's tools, one file an idea."""
