"""A graph written as JSON-LD to the same graph as Turtle; the library is loaded only when somebody asks."""

from __future__ import annotations


def turtle(linked: str) -> str:
    """Every node must have an address: those without get names that differ from run to run."""
    from rdflib import Graph  # slow to come, and wanted by nothing else

    graph = Graph(bind_namespaces="none")
    graph.parse(data=linked, format="json-ld")
    return str(graph.serialize(format="turtle"))
