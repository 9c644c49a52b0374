"""Synonyms that move from the settings to the sayings are searched for as before."""

from __future__ import annotations

from pathlib import Path

from generator.build.pipeline import check_project, open_project
from generator.features.words.lexicon import synonyms
from tests.instances import DAY, check, make_site, silent, write

SETTINGS = """site_name: 示例站
extra:
  mingshan:
    demonstration: true
    synonyms:
      - [书法, 写字, 练字]
      - [合唱, 唱歌]
"""


def test_the_rows_that_the_advice_names_say_what_the_settings_said(tmp_path: Path) -> None:
    root = make_site(tmp_path, "minimal")
    write(root, "mkdocs.yml", SETTINGS)
    (advice,) = (each for each in check(root) if each.rule.code == "synonyms-in-settings")
    rows = advice.hint.partition("：")[2].partition("；再")[0].strip("“”").split("”“")
    write(root, "data/sayings/own.csv", "\n".join(("phrase,words", *rows, "")))
    write(root, "mkdocs.yml", SETTINGS.partition("    synonyms")[0])
    project, _ = open_project(root, DAY, None)
    checked = check_project(project, silent)
    assert "synonyms-in-settings" not in {each.rule.code for each in checked.problems}
    assert {("书法", "写字", "练字"), ("合唱", "唱歌")} <= set(synonyms(checked.catalogue))
