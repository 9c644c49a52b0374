"""What people are told when something is wrong, and how they fill in data."""

from __future__ import annotations

from generator.features.help import forms_and_workbooks
from generator.features.help.pages import ADMIN
from generator.features.help.problem_pages import PROBLEM_PAGES, plan_rules
from generator.features.help.problem_views import problem_context, problems_context
from generator.features.help.views import admin_context
from generator.model.feature import Feature, FileKind, TopicPage

FEATURE = Feature(
    name="help",
    rule_pages=plan_rules,
    topics=(ADMIN, PROBLEM_PAGES),
    pages={
        "admin": TopicPage(admin_context),
        "problem": TopicPage(problem_context),
        "problems": TopicPage(problems_context),
    },
    files={
        "forms-config": FileKind(forms_and_workbooks.forms_config_file),
        "forms-page": FileKind(forms_and_workbooks.forms_page_file),
        "workbook-template": FileKind(forms_and_workbooks.empty_workbook),
    },
)
