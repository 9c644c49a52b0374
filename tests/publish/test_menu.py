from generator.publish.menu import Stub, extend_menu

PROJECTS = Stub("projects", "慈善项目", "公开信息")
ITEM = {"慈善项目": "projects/index.md"}


def test_a_list_joins_the_section_it_names() -> None:
    menu = [{"首页": "index.md"}, {"公开信息": [{"说明": "a.md"}]}]
    assert extend_menu(menu, [PROJECTS]) == [{"首页": "index.md"}, {"公开信息": [{"说明": "a.md"}, ITEM]}]
    assert menu == [{"首页": "index.md"}, {"公开信息": [{"说明": "a.md"}]}]


def test_a_section_nobody_wrote_comes_last() -> None:
    assert extend_menu(["index.md"], [PROJECTS]) == ["index.md", {"公开信息": [ITEM]}]


def test_a_section_that_was_one_page_or_empty_becomes_a_list() -> None:
    assert extend_menu([{"公开信息": "a.md"}], [PROJECTS]) == [{"公开信息": ["a.md", ITEM]}]
    assert extend_menu([{"公开信息": None}], [PROJECTS]) == [{"公开信息": [ITEM]}]


def test_what_the_menu_names_itself_stays_where_it_is() -> None:
    menu = [{"别处": [{"项目": "projects/index.md"}]}]
    assert extend_menu(menu, [PROJECTS]) == menu


def test_a_stub_without_a_section_is_not_in_the_menu() -> None:
    assert extend_menu([], [Stub("search", "站内搜索")]) == []


def test_titles_are_escaped_because_material_prints_them_as_they_are() -> None:
    assert extend_menu([], [Stub("x", "<b>", "A")]) == [{"A": [{"&lt;b&gt;": "x/index.md"}]}]


def test_a_section_in_which_nothing_stands_is_left_out() -> None:
    assert extend_menu([{"首页": "index.md"}, {"公开信息": []}, {"空": None}], []) == [{"首页": "index.md"}]
