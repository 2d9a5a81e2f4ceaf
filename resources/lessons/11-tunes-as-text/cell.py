# Tunes of the studio's own tunebook, other ones at each check: a list of texts in ABC notation.
example_song = songs[0]
print(example_song)

num_characters = ...  # TODO: how many different characters all the songs are written with

lines = example_song.splitlines()
key_place = next(place for place, line in enumerate(lines) if line.startswith("K:"))

header = ...  # TODO: the lines of example_song that never sound: all up to the key, K:
body = ...  # TODO: the lines that sound: all after the key

print(num_characters)
print(header)
print(body)
