"""In the demonstration no real body answers for anything: whoever issues, gives or confirms is invented or unnamed."""

from __future__ import annotations

from tests.demonstration import demonstration_source

ANSWERING = (
    *("issuer", "granted_by", "organizer", "authority", "registrar", "supervisor", "decided_by", "approval_authority"),
    *("answered_by", "approved_by", "confirmed_by", "phone_checked_by", "received_by", "provider", "evaluator"),
)
"""Fields that say who answers for a record."""
REAL = ("天津", "国务院", "和平区", "河东区", "河西区", "南开区", "河北区", "红桥区", "滨海新区")


def test_no_record_names_a_real_body_as_the_one_that_answers_for_it() -> None:
    catalogue = demonstration_source().catalogue
    said = {
        (dataset, record.key, name, str(value))
        for dataset, records in catalogue.records.items()
        for record in records.values()
        for name, value in record.values.items()
        if name in ANSWERING and value
    }
    assert len(said) > 100
    assert [each for each in said if any(word in each[3] for word in REAL) and "示例" not in each[3]] == []
