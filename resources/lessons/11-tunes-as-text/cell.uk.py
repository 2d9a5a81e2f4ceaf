# Мелодії зі збірки студії, щоразу інші: список текстів у нотації ABC.
example_song = songs[0]
print(example_song)

num_characters = ...  # TODO: скількома різними символами записано всі songs

lines = example_song.splitlines()
key_place = next(place for place, line in enumerate(lines) if line.startswith("K:"))

header = ...  # TODO: рядки example_song, що не звучать: усі до тональності, K:, разом із нею
body = ...  # TODO: рядки, що звучать: усі після тональності

print(num_characters)
print(header)
print(body)
