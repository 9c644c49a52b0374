"""The least that must be done: every YAML file loaded, put through one Jinja template and written, in one process.

`python -m bench.bare_loop DIR OUT` does it for the projects of an invented site; nothing is checked, linked or listed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml
from jinja2 import Environment, StrictUndefined

ENVIRONMENT = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
TEMPLATE = ENVIRONMENT.from_string("""\
<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="{{ record.summary }}">
<title>{{ record.name }} - 示例量测站</title>
<link rel="stylesheet" href="../../site.css">
</head>
<body>
<nav aria-label="所在位置"><ol><li><a href="../../">首页</a></li><li><a href="../">慈善项目</a></li></ol></nav>
<main>
<h1>{{ record.name }}</h1>
<p>{{ record.summary }}</p>
{% macro value(given) %}
{% if given is iterable and given is not string %}
<ul>{% for item in given %}<li><a href="../../divisions/{{ item|urlencode }}/">{{ item }}</a></li>{% endfor %}</ul>
{% else %}
{{ given }}
{% endif %}
{% endmacro %}
{% macro facts(given) %}
<dl>
{% for name, each in given.items() if name != "disclosures" %}
<div><dt title="{{ name }}">{{ name }}</dt><dd>{{ value(each) }}</dd></div>
{% endfor %}
</dl>
{% endmacro %}
{{ facts(record) }}
<section>
<h2>公开记录 <small>（{{ record.disclosures|length }}）</small></h2>
<ol>
{% for each in record.disclosures %}
<li id="{{ each.id }}">
<p><time datetime="{{ each.published_on }}">{{ each.published_on }}</time></p>
<h3>{{ each.title }}</h3>
{{ facts(each) }}
</li>
{% endfor %}
</ol>
</section>
</main>
<footer><p><a href="../../projects/{{ record.id|urlencode }}/">本页固定网址</a></p></footer>
</body>
</html>
""")


def main() -> None:
    """One page a project."""
    folder, out = map(Path, sys.argv[1:])
    for file in sorted((folder / "data" / "projects").glob("p*.yaml")):
        record = yaml.load(file.read_bytes(), yaml.CSafeLoader)
        page = out / record["id"] / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(TEMPLATE.render(record=record), "utf-8")


if __name__ == "__main__":
    main()
