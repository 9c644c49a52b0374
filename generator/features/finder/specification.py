"""The rules of matching as data: what is asked of an entry, what an answer makes of it, and in which words.

`theme/assets/find/match.js` reads the same table (published as find/rules.json) and reaches the same verdicts; the
cases in tests/matching_cases.yaml are run in both. Only words and tables stand here: each *kind* of criterion is a
few lines of code in either language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SPECIFICATION: Mapping[str, Any] = {
    "criteria": [
        {
            "id": "category",
            "kind": "overlap",
            "item": "category",
            "answer": "needs",
            "names": "categories",
            "hides": True,
            "narrows": True,
            "words": {},
        },
        {
            "id": "place",
            "kind": "reach",
            "hides": True,
            "words": {"yes": "{place}", "near": "邻近的{place}，不限住处", "unknown": "住在{areas}"},
        },
        {
            "id": "groups",
            "kind": "overlap",
            "item": "groups",
            "answer": "groups",
            "names": "groups",
            "words": {"yes": "{shared}", "unknown": "属于{item}", "no": "属于{item}"},
        },
        {
            "id": "home",
            "kind": "overlap",
            "item": "household_types",
            "answer": "homes",
            "names": "household_types",
            "words": {"yes": "{shared}", "unknown": "属于{item}", "no": "属于{item}"},
        },
        {
            "id": "age",
            "kind": "range",
            "item": ["age_min", "age_max"],
            "answer": "ages",
            "hides": True,
            "words": {
                "yes": "{range}",
                "unknown": "{range}",
                "both": "{min} 到 {max} 岁",
                "min": "{min} 岁以上",
                "max": "{max} 岁以下",
            },
        },
        {
            "id": "residence",
            "kind": "accepts",
            "item": "residence",
            "answer": "residence",
            "accepted": {"permit": ["local", "city", "permit"], "city": ["local", "city"], "local": ["local"]},
            "requirements": {"permit": "有天津户口或居住证", "city": "有天津户口", "local": "户口在{place}"},
            "words": {"yes": "{item}", "unknown": "{item}", "no": "{item}"},
        },
        {
            "id": "conditions",
            "kind": "note",
            "item": "conditions",
            "words": {"unknown": "{item}"},
        },
        {
            "id": "status",
            "kind": "state",
            "item": "status",
            "outcomes": {"full": "no", "paused": "no", "closed": "gone", "expired": "gone"},
            "words": {"full": "本期名额已满，可以先登记", "paused": "暂停受理，可以打电话问恢复时间"},
        },
        {
            "id": "days",
            "kind": "days",
            "item": ["valid_from", "valid_to"],
            "words": {"no": "{from}起才能申请"},
        },
    ],
    "most_lacking": 1,
    "distances": {"township": 0, "district": 1, "city": 2},
    "neighbour": {"level": "township", "residence": "any", "distance": 3},
    "joints": {"and": "、", "or": "、", "last_or": "或"},
    "people": {"child": [0, 17], "adult": [18, 59], "elder": [60, 120]},
    "people_words": {"child": "孩子", "adult": "大人", "elder": "老人", "family": "一家人"},
    "residence_words": {
        "local": "户口就在住的这个区",
        "city": "天津户口，在别的区",
        "permit": "外地户口，有天津居住证",
        "none": "外地户口，没有居住证",
    },
}
