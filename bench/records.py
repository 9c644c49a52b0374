"""Numbers and a seed become a whole invented site of any size, the same bytes every time: what the benches measure."""

from __future__ import annotations

import argparse
import csv
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from generator.model.places_left import least_banded

REPOSITORY = Path(__file__).resolve().parents[1]
SUPPLY = Path("data/supply/2026H2")
CITY = "12"
DISTRICT_DIGITS = 6
REAL = frozenset({"codes", "windows"})
"""Folders of `data/` that are copied with their records."""
INVENTED = frozenset({"organizations", "projects", "aid_schemes", "fundraisings", "disclosures", "supply"})
"""Folders of which only the declaration is copied; later datasets are not part of what is measured."""
SMALLEST = 5
"""The smallest count that the invented site publishes: the usual setting."""
ORGANIZATIONS = 60
QUALIFIED = 3
"""Every third organisation may raise funds publicly; all projects that do are theirs."""
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Characters of a unified social credit code (GB 32100): no I, O, S, V, Z."""

SETTINGS = """site_name: 示例量测站
site_url: https://www.example.org/
docs_dir: content
theme: {name: material, language: zh}
extra:
  mingshan: {authority: 示例民政局, demonstration: true}
"""
HOME = "# 示例量测站\n\n这里的数据都是程序生成的。\n\n<!-- mingshan: search -->\n\n<!-- mingshan: figures -->\n"

NEEDS = {
    "medical": ("医药费补助", "补助自己负担的医药费"),
    "education": ("助学金", "补助学费和路费"),
    "care": ("上门照料", "上门助浴、翻身、换药"),
    "living": ("爱心餐桌", "中午送一顿热饭"),
    "family": ("家庭陪伴", "社工固定陪着办手续、找资源"),
    "spirit": ("问候热线", "每周打电话问冷暖"),
}
PEOPLE = {
    "subsistence-allowance": "低保家庭",
    "extreme-hardship": "特困人员",
    "near-subsistence": "低保边缘家庭",
    "disability": "残疾人",
    "serious-illness": "重病患者",
    "frail-elder": "失能老人",
}
CONTENT = "由街道窗口了解情况，征得本人同意后转介。\n\n服务记录由本人签字，每季度复核一次。\n\n不收任何费用。"

Row = Mapping[str, object]


def write_site(folder: Path, projects: int, supply: int, seed: int = 0) -> None:
    """A whole site, fit to be checked and built without a problem."""
    write_instance(folder)
    write_projects(folder, projects, seed)
    write_supply(folder, supply, seed)


def write_projects(folder: Path, count: int, seed: int) -> None:
    """Projects of some 25 filled fields and 4–8 disclosures each."""
    random, places = Random(seed), read_codes()
    target = folder / "data" / "projects"
    for number in range(count):
        row = invent_project(number, random, places)
        (target / f"{row['id']}.yaml").write_text(compose_yaml(row), encoding="utf-8")


def write_supply(folder: Path, rows: int, seed: int) -> None:
    """A catalogue of one half-year, shared out between the city and its districts."""
    random, places = Random(seed), read_codes()
    owners = (CITY, *(code for code in places if len(code) == DISTRICT_DIGITS))
    for index, owner in enumerate(owners):
        numbers = range(index + 1, rows + 1, len(owners))
        write_catalogue(folder / SUPPLY / f"{owner}.csv", [invent_supply(n, owner, random, places) for n in numbers])


def write_catalogue(target: Path, items: Sequence[Row]) -> None:
    """One file of the supply catalogue; an owner that offers nothing has none."""
    if not items:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, read_columns(), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(items)


def write_instance(folder: Path) -> None:
    """Declarations, codelists and windows of this repository, invented organisations, settings and a home page."""
    for name in REAL | INVENTED:
        copy_dataset(folder, name, with_records=name in REAL)
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "content" / "index.md").write_text(HOME, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for number in range(ORGANIZATIONS):
        row = invent_organization(number)
        (folder / "data" / "organizations" / f"{row['id']}.yaml").write_text(compose_yaml(row), encoding="utf-8")


def write_rules(folder: Path) -> None:
    """The duties of bureaus beside those that the engine ships; no organisation has filed a report yet."""
    copy_dataset(folder, "disclosure", with_records=True)
    copy_dataset(folder, "reports", with_records=False)


def copy_dataset(folder: Path, name: str, *, with_records: bool) -> None:
    """The declarations below one folder of this repository's `data/`, with or without their records."""
    for source in sorted((REPOSITORY / "data" / name).rglob("*" if with_records else "dataset.yaml")):
        target = folder / source.relative_to(REPOSITORY)
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def read_codes() -> tuple[str, ...]:
    """Codes of the districts and townships, in the codelist's order."""
    path = REPOSITORY / "data" / "codes" / "divisions" / "divisions.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(row["code"] for row in csv.DictReader(lines) if row["level"] != "city")


def read_columns() -> tuple[str, ...]:
    """Heading of this repository's own city catalogue."""
    with (REPOSITORY / SUPPLY / f"{CITY}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(next(csv.reader(lines)))


def invent_organization(number: int) -> Row:
    """One organisation."""
    public = number % QUALIFIED == 0
    return {
        "id": f"shili-{number:03d}",
        "name": f"示例第{number + 1}公益服务中心",
        "credit_code": close_code(f"53120000{close_body(f'{number + 1:08d}')}"),
        "type": ("foundation", "service", "association")[number % 3],
        "charity": "是",
        "public_fundraising": "是" if public else "否",
        "tax_deduction": "是" if number % 2 else "否",
        "registrar": "天津市民政局",
        "registered_on": date(2010, 1, 4) + timedelta(days=61 * number),
        "status": "active",
        "district": "120103",
        "street_address": f"示例路{number + 1}号",
        "phone": f"022-5550{number:04d}",
        "summary": "为困难群众提供帮扶的示例组织。",
        "expertise": list(NEEDS)[number % 6 : number % 6 + 2],
        "confirmed_on": date(2026, 9, 1),
        "confirmed_by": "示例办公室",
    }


def invent_project(number: int, random: Random, places: Sequence[str]) -> Row:
    """One project, as full as a well-kept real one."""
    category, (noun, deed) = random.choice(list(NEEDS.items()))
    groups = random.sample(list(PEOPLE), random.randint(1, 3))
    starts = date(2024, 1, 1) + timedelta(days=random.randrange(290))
    whom = PEOPLE[groups[0]]
    status = random.choice(("running", "running", "running", "suspended"))
    return {
        "id": f"p{number:06d}",
        "name": f"示例{whom}{noun}第{number + 1}号",
        "organization": f"shili-{random.randrange(0, ORGANIZATIONS, QUALIFIED):03d}",
        "category": category,
        "groups": groups,
        "divisions": random.sample(places, random.randint(1, 3)),
        "summary": f"为{whom}{deed}，每年帮助约 {random.randint(20, 900)} 人。",
        "content": CONTENT,
        "status": status,
        **({"suspended_on": starts + timedelta(days=600)} if status == "suspended" else {}),
        "starts_on": starts,
        "ends_on": starts + timedelta(days=1200),
        "occasion": random.choice(("regular", "regular", "festival")),
        "brand": random.choice(("否", "否", "否", "是")),
        "major": random.choice(("否", "是")),
        "budget": random.randint(40, 3000) * 1000,
        "funding": "公开募捐",
        "fundraising": "public",
        "accepts_applications": "是",
        "how_to_apply": f"带身份证到街道窗口登记，{random.randint(3, 20)} 个工作日内答复。",
        "phone": f"022-5550{random.randrange(10000):04d}",
        "url": f"https://www.example.org/projects/{number}",
        "confirmed_on": date(2026, 10, 1),
        "confirmed_by": "示例项目部",
        "disclosures": list(invent_disclosures(starts, random)),
        "fundraisings": [
            {
                "id": "f01",
                "name": "公开募捐",
                "number": f"示例备案{number:06d}",
                "filed_on": starts - timedelta(days=40),
                "starts_on": starts - timedelta(days=20),
                "ends_on": starts + timedelta(days=300),
            }
        ],
    }


def invent_disclosures(starts: date, random: Random) -> Iterator[Row]:
    """Four to eight progress reports, one a quarter, with interval figures."""
    for index in range(random.randint(4, 8)):
        opened = starts + timedelta(days=91 * index)
        income = random.randint(20, 400) * 100
        yield {
            "id": f"d{index + 1:02d}",
            "kind": "project-progress",
            "title": f"第{index + 1}次项目实施情况",
            "published_on": opened + timedelta(days=91 + random.randrange(20)),
            "period_from": opened,
            "period_to": opened + timedelta(days=90),
            "basis": "interval",
            "income": income,
            "spending": income * random.randint(50, 99) // 100,
            "beneficiaries": random.randint(20, 400),
        }


def invent_supply(number: int, owner: str, random: Random, places: Sequence[str]) -> Row:
    """One row of the supply catalogue; columns left out stay empty, as in a real one."""
    category, (noun, deed) = random.choice(list(NEEDS.items()))
    groups = random.sample(list(PEOPLE), random.randint(1, 3))
    quota, whom = random.randint(SMALLEST, 400), PEOPLE[groups[0]]
    return {
        "id": f"{owner}-{number:06d}",
        "name": f"{whom}{noun}第{number}项",
        "summary": f"为{whom}{deed}。",
        "level": "city" if owner == CITY else "district",
        "category": category,
        "form": random.choice(("money", "goods", "service", "expertise")),
        "status": random.choice(("open", "open", "open", "full", "paused")),
        "provider_kind": random.choice(("charity", "purchased", "volunteer")),
        "provider": "示例公益服务中心",
        "organization": f"shili-{random.randrange(ORGANIZATIONS):03d}",
        "service_area": ";".join(random.sample(places, random.randint(0, 3))),
        "groups": ";".join(groups),
        "age_min": random.choice(("", "60", "70")),
        "residence": random.choice(("any", "living", "permit", "city", "local")),
        "standard": f"每户每年一次，最高 {random.randint(2, 90) * 100} 元",
        "fee": "free",
        "quota": quota,
        "quota_unit": "household",
        "places_left": random.choice(("some", "few")) if quota >= least_banded(SMALLEST) else "ask",
        "places_left_on": date(2026, 10, 12),
        "simplified": random.choice(("是", "否")),
        "proof": "低保证;诊断证明",
        "documents": "身份证;户口簿",
        "how_to_apply": "到街道窗口登记，十个工作日内答复。",
        "processing_days": random.randint(1, 20),
        "phone": f"022-5550{random.randrange(10000):04d}",
        "phone_checked_on": date(2026, 10, 12),
        "phone_checked_by": "示例社会救助科",
        "valid_from": "2026-07-01",
        "valid_to": "2026-12-31",
        "confirmed_on": date(2026, 9, 1) + timedelta(days=random.randrange(60)),
        "confirmed_by": "示例社会救助科",
    }


def close_body(body: str) -> str:
    """Eight digits with the check character of an organisation code (GB 11714)."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    return body + {10: "X", 11: "0"}.get(rest, str(rest))


def close_code(code: str) -> str:
    """Seventeen characters with the check character of a unified social credit code (GB 32100)."""
    total = sum(ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(code))
    return code + ALPHABET[-total % 31]


def compose_yaml(record: Row, indent: str = "") -> str:
    """A record in the block style people write; enough of YAML for the invented values above."""
    return "".join(compose_entry(name, value, indent) for name, value in record.items())


def compose_entry(name: str, value: object, indent: str) -> str:
    """One key with its value; records in a list stand below it, each behind a dash."""
    if not (isinstance(value, list) and value and isinstance(value[0], dict)):
        return f"{indent}{name}: {compose_scalar(value)}\n"
    inner = indent + "    "
    children = (compose_yaml(child, inner).removeprefix(inner) for child in value)
    return f"{indent}{name}:\n" + "".join(f"{indent}  - {child}" for child in children)


def compose_scalar(value: object) -> str:
    """A plain scalar, a quoted code, a list on one line or a block of paragraphs."""
    if isinstance(value, list):
        return f"[{', '.join(compose_scalar(item) for item in value)}]"
    text = str(value)
    if isinstance(value, str) and text.isdigit():
        return f'"{text}"'
    return "|-\n  " + text.replace("\n\n", "\n\n  ") if "\n" in text else text


def main() -> None:
    """`python -m bench.records DIR --projects N --supply N`."""
    parser = argparse.ArgumentParser(prog="python -m bench.records", description="write an invented site of any size")
    parser.add_argument("folder", type=Path, help="folder to write into; made when absent")
    parser.add_argument("--projects", type=int, default=100, help="number of projects (at least 1)")
    parser.add_argument("--supply", type=int, default=100, help="number of supply rows (at least 1)")
    parser.add_argument("--seed", type=int, default=0, help="another seed gives other data")
    wanted = parser.parse_args()
    write_site(wanted.folder, max(wanted.projects, 1), max(wanted.supply, 1), wanted.seed)


if __name__ == "__main__":
    main()
