"""How much one text may ask of others."""

# A text that names more people than that speaks to a group, which may be named instead.
MOST_MENTIONS = 30
# What a list under a text shows: it is read with the arrows of the keyboard.
MOST_SUGGESTIONS = 8
