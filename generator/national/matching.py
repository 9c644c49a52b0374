"""The rules of matching that hold in every city; who may be helped by what is decided by the entries themselves."""

from __future__ import annotations

from generator.model.matching import (
    Accepts,
    Days,
    Joints,
    Need,
    Neighbour,
    Note,
    Overlap,
    Range,
    Reach,
    Specification,
    StateCriterion,
    Wishes,
)
from generator.national.offer_phones import OFFER_FRESH_MONTHS

MATCHING = Specification(
    criteria=(
        Need(id="need", hides=True, narrows=True),
        Reach(
            id="place",
            hides=True,
            words={"yes": "{place}", "near": "邻近的{place}，不限住处", "unknown": "住在{areas}"},
        ),
        Overlap(
            id="group",
            what="group",
            words={"yes": "{shared}", "unknown": "属于{item}", "no": "属于{item}"},
        ),
        Overlap(
            id="home",
            what="home",
            words={"yes": "{shared}", "unknown": "属于{item}", "no": "属于{item}"},
        ),
        Range(
            id="age",
            hides=True,
            words={
                "yes": "{range}",
                "unknown": "{range}",
                "both": "{min} 到 {max} 岁",
                "min": "{min} 岁以上",
                "max": "{max} 岁以下",
            },
        ),
        Accepts(
            id="residence",
            item="residence",
            answer="residence",
            accepted={"permit": ("local", "city", "permit"), "city": ("local", "city"), "local": ("local",)},
            requirements={"permit": "有{city}户口或居住证", "city": "有{city}户口", "local": "户口在{place}"},
            words={"yes": "{item}", "unknown": "{item}", "no": "{item}"},
        ),
        Wishes(id="wishes", words={"yes": "{shared}", "unknown": "是不是{item}"}),
        Note(id="conditions", item="conditions", words={"unknown": "{item}"}),
        StateCriterion(
            id="status",
            outcomes={"full": "no", "paused": "no", "closed": "gone", "expired": "gone"},
            words={
                "full": "本期名额已满，本期到{last}；可以先登记，下期接着问",
                "paused": "暂停受理，可以打电话问恢复时间",
                "full_until": "名额已满，{again}再放名额；可以先登记",
                "paused_until": "暂停受理，{again}恢复",
            },
        ),
        Days(id="days", words={"no": "{from}起才能申请"}),
    ),
    most_lacking=1,
    most_choices=9,
    fresh_months=OFFER_FRESH_MONTHS,
    distances={"township": 0, "district": 1, "city": 2},
    neighbour=Neighbour(level="township", residence="any", distance=3),
    joints=Joints(both="、", either="、", last="或"),
    people={"child": (0, 17), "adult": (18, 59), "elder": (60, 120)},
    people_words={
        "child": "孩子（不到 18 岁）",
        "adult": "大人（18 到 59 岁）",
        "elder": "老人（60 岁以上）",
        "family": "一家人，或者说不清",
    },
    residence_words={
        "local": "户口就在住的这个区",
        "city": "{city}户口，在别的区",
        "permit": "外地户口，有{city}居住证",
        "none": "外地户口，没有居住证",
    },
    service_words={"comes_home": "能上门", "deaf_friendly": "能用文字或手语沟通"},
    language_words="会说{language}",
    check_words={
        "fresh": "{day}打通过这个电话",
        "stale": "{day}以后没有再打过这个电话，先打打看",
        "never": "还没有核对过这个电话，先打打看",
    },
)
