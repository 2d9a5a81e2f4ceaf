"""A tunebook with one problem of nearly every kind."""

SICK = """X:1
T:The First
M:4/4
L:1/8
K:G
GABc dedB|dedB dedB|c2ec B2dB|A2A2 A2BA|
GABc dedB|dedB dedB|c2ec B2dB|A2F2 G4|

X:2
T:The First, by another name
M:4/4
L:1/8
K:G
GABc dedB|dedB dedB|c2ec B2dB|A2A2 A2BA|
GABc dedB|dedB dedB|c2ec B2dB|A2F2 G4|

X:2
T:The First in D
M:4/4
L:1/8
K:D
DEFG ABAF|ABAF ABAF|G2BG F2AF|E2E2 E2FE|
DEFG ABAF|ABAF ABAF|G2BG F2AF|E2C2 D4|

T:No number
M:3/4
L:1/8
K:C
c2e2g2|a2g2e2|f2d2B2|c6|

X:5
T:Parted
M:3/4
L:1/8
K:F

f2c'2a2|g2b2d'2|c'2a2f2|e2c2f2|

X:6
T:Odd
M:2/4
L:1/8
K:A
a2c2\N{ZERO WIDTH SPACE}|\N{CYRILLIC SMALL LETTER IE}2a2|a2|
"""
