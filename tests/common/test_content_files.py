from common.content_files import read_folder, read_yaml


def test_only_plain_numbers_and_true_are_more_than_text(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text("[15:00, 2026-07-14, yes, 01-04, 0465, +33 4, 1e3, 12, -3.5, true, null, ~]")
    assert read_yaml(path) == ["15:00", "2026-07-14", "yes", "01-04", "0465", "+33 4", "1e3", 12, -3.5, True, None, None]


def test_folder_is_read_by_name_in_the_order_of_its_paths(tmp_path):
    for name in ("b/one", "a/two", "three"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.yaml").write_text(f"name: {name}")
    assert read_folder(tmp_path) == {"two": {"name": "a/two"}, "one": {"name": "b/one"}, "three": {"name": "three"}}
    assert list(read_folder(tmp_path)) == ["two", "one", "three"]
