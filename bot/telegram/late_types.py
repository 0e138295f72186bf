"""Telegram's types are built when they are first needed, not all of them at the start.

`import aiogram` has pydantic build a validator for each of some three hundred types, each with all
that it holds: seconds, and 100 MiB for types that a school never sees. A finder stands before the
two modules that the types' classes come from, and has their `model_rebuild` put off: what
aiogram asks of it while it is imported is kept for later, and pydantic asks again, by itself, when
a type is used for the first time. See ADR 20.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, Final

from typing_extensions import override

_PUT_OFF: Final = {
    "aiogram.types.base": ("TelegramObject",),
    "aiogram.methods.base": ("TelegramMethod", "Response"),
}
"""The modules, and their classes from which all types and methods inherit."""
_NAMESPACE: Final = "_types_namespace"
_names: Final[list[dict[str, Any]]] = []
"""What the names in the types' annotations mean: one namespace, which aiogram gives."""


def put_off() -> None:
    """Let aiogram, wherever it is imported from now on, build its types when they are used."""
    if not any(isinstance(one, _Finder) for one in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in _PUT_OFF:
            return None
        found = PathFinder.find_spec(fullname, path, target)
        if found is not None and found.loader is not None:
            found.loader = _PuttingOff(found.loader)
        return found


class _PuttingOff(Loader):
    def __init__(self, real: Loader) -> None:
        self._real = real

    @override
    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._real.create_module(spec)

    @override
    def exec_module(self, module: ModuleType) -> None:
        if module.__spec__ is not None:
            module.__spec__.loader = module.__loader__ = self._real
        self._real.exec_module(module)
        for name in _PUT_OFF[module.__name__]:
            _put_off(getattr(module, name))


def _put_off(model: Any) -> None:  # noqa: ANN401 - a class of pydantic, which is not imported here
    build = model.model_rebuild.__func__

    def model_rebuild(cls: type, /, **asked: Any) -> Any:  # noqa: ANN401 - pydantic's own
        given = asked.get(_NAMESPACE)
        if not _names and given:
            _names.append(given)
        if _names and given is _names[0]:
            return None
        known = {**(_names[0] if _names else {}), **(given or {})}
        return build(cls, **{**asked, _NAMESPACE: known})

    model.model_rebuild = classmethod(model_rebuild)
