"""An administrator reads the school's rules, chooses a document and decides what differs."""

from pathlib import Path

import pytest

from tests.cli.conftest import Zvonok


def rule_of(printed: str, setting: str) -> list[str]:
    lines = printed.splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith(f"{setting} ="))
    return [lines[at], lines[at + 1].strip()]


def test_the_rules_are_told_with_their_clauses(zvonok: Zvonok, founded: Path) -> None:
    done = zvonok("rules")

    assert rule_of(done.stdout, "forecast.in_hand_days_before") == [
        "forecast.in_hand_days_before = 14",
        "Прогноз у семьи на руках за 14 дн. до конца периода (A1.3)",
    ]


def test_a_school_chooses_a_document_and_decides_over_it(zvonok: Zvonok, founded: Path) -> None:
    zvonok("rules", "--document", "c", "--set", "review.times_a_week=1")

    done = zvonok("rules")

    assert rule_of(done.stdout, "sufficiency.quarter_at_more")[1].endswith("(C5.2)")
    assert rule_of(done.stdout, "review.times_a_week") == [
        "review.times_a_week = 1",
        (
            "Родители знакомятся с успеваемостью не реже 1 раза в неделю,"
            " в разные дни (решение школы)"
        ),
    ]


def test_a_decision_is_taken_back(zvonok: Zvonok, founded: Path) -> None:
    zvonok("rules", "--set", "delivery.quiet_hours=off")
    zvonok("rules", "--set", "delivery.quiet_hours=default")

    done = zvonok("rules")

    assert rule_of(done.stdout, "delivery.quiet_hours")[0] == (
        "delivery.quiet_hours = 21:00-07:00"
    )


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (
            ["--set", "review.times_a_week=9"],
            "review.times_a_week: не подходит «9»; ожидается 1…7",
        ),
        (["--set", "review.times_a_weak=2"], "review.times_a_weak: не подходит «2»"),
        (["--set", "twice"], "--set: не подходит «twice»; ожидается SECTION.RULE=VALUE"),
        (["--document", "b"], "profile: не подходит «b»; ожидается a | c | d | e"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(
    zvonok: Zvonok, founded: Path, args: list[str], says: str
) -> None:
    done = zvonok("rules", *args)

    assert (done.exit_code, done.stdout) == (1, "")
    assert says in done.stderr
    assert rule_of(zvonok("rules").stdout, "review.times_a_week")[0].endswith("= 2")
