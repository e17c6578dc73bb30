"""Version of the parsing rules; part of every batch id.

Raise it whenever the same text would come out of `transforms` as other rows. The patch number is
for repairs of single rules, the minor number for new fields, the major number for a new model.
"""

PARSER_VERSION = "3.1.5"
