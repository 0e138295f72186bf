"""Every port of core has an adapter and a fake, and its contract suite asks all its questions."""

import ast

import pytest

from tests.house.source import Module, methods, modules

IN_CORE = {"Clock", "Facts"}
"""Ports whose adapters core brings itself: they need nothing kept."""

ON_SQL_ONLY = {"SchoolRecords"}
"""Ports that are asked about whole schools: tests/exchange drives the SQL adapter itself."""


def _ports() -> dict[str, set[str]]:
    classes = [one for module in modules("core") for one in module.nodes(ast.ClassDef)]
    protocols = [one for one in classes if "Protocol" in map(ast.unparse, one.bases)]
    return {one.name: methods(one) for one in protocols if one.name not in IN_CORE}


PORTS = _ports()


@pytest.mark.parametrize("port", PORTS)
def test_a_port_has_an_adapter_in_storage(port: str) -> None:
    adapters = _answering(PORTS[port], modules("storage"))

    assert adapters


@pytest.mark.parametrize("port", sorted(PORTS.keys() - ON_SQL_ONLY))
def test_a_port_has_a_fake_in_the_school_of_the_tests(port: str) -> None:
    fakes = _answering(PORTS[port], modules("tests/school"))

    assert fakes


@pytest.mark.parametrize("port", sorted(PORTS.keys() - ON_SQL_ONLY))
def test_a_contract_suite_asks_every_question_of_a_port(port: str) -> None:
    asked = {call.rpartition(".")[2] for one in modules("tests/contracts") for call in one.calls}

    assert PORTS[port] - asked == set()


def _answering(questions: set[str], places: tuple[Module, ...]) -> list[str]:
    classes = [one for module in places for one in module.nodes(ast.ClassDef)]
    return [one.name for one in classes if questions <= methods(one)]
