"""The tables of the specification that we can fill, with names and types of their columns: facts of the standard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class HsdsTable(NamedTuple):
    """`path` is the file's name; `types` the type of every column, in the standard's order."""

    name: str
    path: str
    title: str
    types: Mapping[str, str]
    required: tuple[str, ...]


def _table(name: str, path: str, title: str, columns: str, required: str = "") -> HsdsTable:
    pairs = (each.partition(":") for each in columns.split())
    return HsdsTable(
        name, path, title, {column: type_ or "string" for column, _, type_ in pairs}, tuple(required.split())
    )


HSDS_TABLES = {
    each.name: each
    for each in (
        _table(
            "organization",
            "organizations.csv",
            "提供帮助的组织",
            "id name alternate_name description email website tax_status tax_id year_incorporated:number legal_status"
            " logo uri parent_organization_id",
            "id name description",
        ),
        _table(
            "program",
            "programs.csv",
            "组织的慈善项目",
            "id organization_id name alternate_name description",
            "id organization_id name description",
        ),
        _table(
            "service",
            "services.csv",
            "帮扶资源",
            "id organization_id program_id name alternate_name description url email status interpretation_services"
            " application_process fees_description wait_time fees accreditations eligibility_description"
            " minimum_age:number maximum_age:number assured_date:date assurer_email licenses alert"
            " last_modified:datetime",
            "id organization_id name status",
        ),
        _table(
            "attribute",
            "attributes.csv",
            "按代码表归的类",
            "id link_id taxonomy_term_id link_type link_entity value",
            "id link_id taxonomy_term_id link_entity",
        ),
        _table(
            "service_at_location",
            "service_at_location.csv",
            "哪里问得到",
            "id service_id location_id description",
            "id service_id location_id",
        ),
        _table(
            "location",
            "locations.csv",
            "服务窗口和办公地点",
            "id location_type url organization_id name alternate_name description transportation latitude:number"
            " longitude:number external_identifier external_identifier_type",
            "id location_type",
        ),
        _table(
            "phone",
            "phones.csv",
            "电话",
            "id location_id service_id organization_id contact_id service_at_location_id number extension:number type"
            " description",
            "id number",
        ),
        _table(
            "address",
            "addresses.csv",
            "地址",
            "id location_id attention address_1 address_2 city region state_province postal_code country address_type",
            "id address_1 city state_province postal_code country address_type",
        ),
        _table(
            "schedule",
            "schedules.csv",
            "开放时间和受理期间",
            "id service_id location_id service_at_location_id valid_from:date valid_to:date dtstart:date"
            " timezone:number until:date count:number wkst freq interval:number byday byweekno bymonthday byyearday"
            " description opens_at:time closes_at:time schedule_link attending_type notes",
            "id",
        ),
        _table(
            "service_area",
            "service_areas.csv",
            "服务范围",
            "id service_id name description extent extent_type uri",
            "id",
        ),
        _table("required_document", "required_documents.csv", "要带的材料", "id service_id document uri", "id"),
        _table("language", "languages.csv", "会说的语言", "id service_id location_id phone_id name code note", "id"),
        _table("accessibility", "accessibility.csv", "无障碍", "id location_id description details url", "id"),
        _table(
            "taxonomy_term",
            "taxonomy_terms.csv",
            "代码表里的代码",
            "id code name description parent_id taxonomy language taxonomy_id term_uri",
            "id name description",
        ),
        _table(
            "cost_option",
            "cost_options.csv",
            "收费",
            "id service_id valid_from:date valid_to:date option currency amount:number amount_description",
            "id service_id",
        ),
        _table(
            "organization_identifier",
            "organization_identifiers.csv",
            "组织的登记号码",
            "id organization_id identifier_scheme identifier_type identifier",
            "id organization_id identifier_type identifier",
        ),
        _table("taxonomy", "taxonomies.csv", "代码表", "id name description uri version", "id name description"),
    )
}
"""Not among them: contact (names of persons), funding, and metadata (git has the history of every record)."""
