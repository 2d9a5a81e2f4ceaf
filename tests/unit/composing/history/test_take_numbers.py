"""The numbers of takes: each is given once, whatever processes compose."""

from concurrent.futures import ThreadPoolExecutor

from abcstudio.composing.history import take_numbers
from abcstudio.composing.history.take_numbers import give_numbers, last_number


def test_processes_that_compose_at_once_are_given_numbers_of_their_own(tmp_path):
    folder = tmp_path / "takes"
    folder.mkdir()
    (folder / "take-4-ab12.json").write_bytes(b"kept by an earlier version")
    with ThreadPoolExecutor(8) as pool:
        given = list(
            pool.map(
                lambda _: [
                    *give_numbers(folder, 2),
                    *give_numbers(folder, 1),
                    *give_numbers(folder, 7),
                ],
                range(8),
            )
        )
    numbers = [number for each in given for number in each]
    assert len(set(numbers)) == 80
    # A number that two saw at once may be left out; none is given that was given before.
    assert min(numbers) > 4
    assert all(each == sorted(each) for each in given)
    # One file keeps them all.
    assert [path.name for path in folder.glob("*.number")] == [f"take-{max(numbers)}.number"]
    assert give_numbers(folder, 8, above=500) == range(501, 509)
    assert give_numbers(folder, 1) == range(509, 510)


def test_a_number_whose_file_is_gone_is_not_given_again(tmp_path, monkeypatch):
    read = take_numbers.last_number
    given: list[int] = []

    def read_too_early(folder):
        found = read(folder)
        if not given:
            # Another process composes twice between the look and the file.
            given.append(0)
            given.extend(give_numbers(folder, 1)[0] for _ in range(2))
        return found

    monkeypatch.setattr(take_numbers, "last_number", read_too_early)
    assert give_numbers(tmp_path, 1) == range(3, 4)
    assert given == [0, 1, 2]


def test_where_nothing_can_be_written_takes_have_numbers_all_the_same(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert give_numbers(tmp_path / "file" / "takes", 2, above=2) == range(3, 5)
    assert give_numbers(tmp_path / "file", 1, above=2) == range(3, 4)


def test_a_number_near_the_limit_does_not_push_the_next_one_past_it(tmp_path):
    for number in (3, 999_999_998, 999_999_999):
        (tmp_path / f"take-{number}.number").touch()
    assert last_number(tmp_path) == 3
