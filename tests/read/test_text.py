import pytest

from generator.model.rule import Severity
from generator.read.text import decode


def test_utf8_with_one_damaged_byte_is_not_taken_for_gbk() -> None:
    text, (problem,) = decode("名称\n示例慈善组织\n".encode() + b"\xe5\xa4 \n", "a.csv")
    assert text is None
    assert (problem.rule.code, problem.severity, problem.location.line) == ("encoding", Severity.ERROR, 3)


@pytest.mark.parametrize("data", [b"a\xff\xffb", b"\xff\xfea", b"caf\xe9 b"])
def test_bytes_that_are_no_text_are_an_error(data: bytes) -> None:
    text, (problem,) = decode(data, "a.csv")
    assert (text, problem.rule.code, problem.severity) == (None, "encoding", Severity.ERROR)


def test_long_gbk_is_recognised() -> None:
    text, (problem,) = decode(("慈善帮扶，abc\n" * 5000).encode("gbk"), "a.csv")
    assert text is not None and text.startswith("慈善帮扶")
    assert problem.severity is Severity.WARNING


def test_control_characters_are_counted_and_the_first_is_named() -> None:
    _, (problem,) = decode("一\r\n二\r三\x0b\x00".encode(), "a.csv")
    assert (problem.location.line, problem.location.column) == (3, 2)
    assert "U+000B，共 2 处" in problem.message


def test_rows_of_two_encodings_in_one_file_are_told_by_the_first_of_the_other() -> None:
    good, bad = "示例助餐,给老人送午饭\n".encode(), "示例助浴,给老人洗澡\n".encode("gbk")
    for data, line in ((b"a,b\n" + good + bad, 3), (bad + good, 1), (good + bad + good, 2)):
        text, (problem,) = decode(data, "a.csv")
        assert (text, problem.rule.code, problem.location.line) == (None, "encoding", line)
    text, (problem,) = decode(b"a,b\n" + bad * 9, "a.csv")
    assert (text is None, problem.severity) == (False, "warning")


def test_marks_of_a_conflict_are_called_by_their_name() -> None:
    text, (problem,) = decode("id,name\n<<<<<<< HEAD\n1,甲\n=======\n2,乙\n>>>>>>> fork\n".encode(), "a.csv")
    assert (text, problem.rule.code, problem.location.line) == (None, "conflict-mark", 2)
    assert decode("id\n<<<<<<< 不是记号\n".encode(), "a.csv")[1] == ()
