"""The school's own rules in a bundle: each must fit its form, and all of them one another."""

from collections.abc import Iterator

from core.exchange.bundle import Bundle, Current, FileRows
from core.exchange.faults import Fault, FaultCode
from core.exchange.format.of_the_chat import DOCUMENT
from core.exchange.plan import ImportPlan
from core.exchange.rows.of_the_chat import RuleRow
from core.exchange.rows.row import Rows
from core.regulation.profile import FORMS, WrongProfile

RULES = "x_rules"


def rules_after(current: Current, plan: ImportPlan) -> dict[str, str]:
    """Return what the school has decided once the bundle is in, by setting."""
    return rules_of([*current.of(RULES).rows.values(), *plan.of(RULES).new])


def rules_of(rows: Rows) -> dict[str, str]:
    """Return what the rows decide, by setting."""
    return {row.setting: row.value for row in rows if isinstance(row, RuleRow)}


def unfit(bundle: Bundle) -> Iterator[Fault]:
    """Yield the rules that are none, or whose value does not fit."""
    told = bundle.files.get(RULES)
    for row in told.rows.values() if told else ():
        if not isinstance(row, RuleRow) or told is None or row.setting == DOCUMENT:
            continue
        if row.setting not in FORMS:
            expected = f"{DOCUMENT} | SECTION.RULE"
            yield _fault(told, row, "setting", found=row.setting, expected=expected)
            continue
        form = FORMS[row.setting]
        try:
            form.read(row.value)
        except ValueError:
            yield _fault(told, row, "value", found=row.value, expected=form.expected)


def misfit(bundle: Bundle, wrong: WrongProfile) -> Fault:
    """Return the fault of rules that do not go together, or of a document that there is not."""
    told = bundle.files.get(RULES)
    rows = told.rows.values() if told else ()
    asked = DOCUMENT if wrong.setting == "profile" else wrong.setting
    line = next(
        (
            told.lines.get(row.source, 0)
            for row in rows
            if told and isinstance(row, RuleRow) and row.setting == asked
        ),
        0,
    )
    return Fault(
        f"{RULES}.csv", line, "value", FaultCode.BAD_VALUE, str(wrong.found), wrong.expected
    )


def _fault(told: FileRows, row: RuleRow, column: str, *, found: str, expected: str) -> Fault:
    line = told.lines.get(row.source, 0)
    return Fault(f"{RULES}.csv", line, column, FaultCode.BAD_VALUE, found, expected)
