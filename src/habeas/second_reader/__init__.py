"""second_reader: a language model of the user's own reads the reports again, and nothing it says is taken on trust.

What it returns is a proposal. A proposal becomes a claim only if its words stand in the report; everything else is
counted and dropped. Never on unless asked for, and the only part of the program that opens a connection.
"""
