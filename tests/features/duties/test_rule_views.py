"""Which rules a site was built with, and which of them are the city's."""

from __future__ import annotations

from generator.base.house import NATIONAL, engine_root
from generator.features.duties.rule_views import method_context, rule_context
from tests.demonstration import demonstration_source

SOURCE = demonstration_source()
RULES = SOURCE.catalogue.with_role("rule")


def test_the_method_page_says_which_edition_of_the_law_this_is() -> None:
    edition = method_context(SOURCE, "").edition
    shipped = [file for file in (engine_root() / NATIONAL / "disclosure").glob("*.yaml") if file.stem != "dataset"]
    days = [line[9:19] for file in shipped for line in file.read_text("utf-8").splitlines() if line[:9] == "read_on: "]
    assert (edition.shipped, str(edition.read_on)) == (len(shipped), max(days))
    assert edition.local == ("半年更新供给信息目录",)


def test_a_rule_of_the_citys_own_says_so() -> None:
    local = {key for key, record in RULES.items() if rule_context(SOURCE, record).is_local}
    assert local == {"supply-halfyear-2024"}
