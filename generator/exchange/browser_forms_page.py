"""The settings to the one page that runs the browser forms, with a policy of its own."""

from __future__ import annotations

from html import escape

from generator.model.editing import forms_origins
from generator.model.project import Settings

_SCRIPT = "../../assets/mingshan/vendor/sveltia-cms/sveltia-cms.js"
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="same-origin">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>在线填报 - {site}</title>
<link rel="icon" type="image/svg+xml" href="../../assets/mingshan/icon.svg">
<link rel="cms-config-url" type="application/json" href="config.json">
</head>
<body>
<noscript>在线填报要用到脚本。也可以<a href="../">用 Excel 表格报送</a>。</noscript>
<script src="{script}"></script>
</body>
</html>
"""


def forms_page(settings: Settings) -> str:
    """The page; it may talk to this site and to the repository, and to nobody else."""
    origins = "".join(f" {origin}" for origin in forms_origins(settings))
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            f"connect-src 'self' data: blob:{origins}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return _PAGE.format(policy=escape(policy, quote=True), site=escape(settings.site_name), script=_SCRIPT)
