"""What if: imaginary marks by taps, the mean and the mark that they would make, what is needed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.callbacks.forecast import OpenForecastWhy, OpenSubjectForecast, OpenWhatIf
from bot.callbacks.places import OpenMenu
from bot.screens.forecast.imagined import LETTERS, MOST_IMAGINED, kind_of, written
from bot.screens.forecast.pupil import forecast_of_subject, subject_forecast
from bot.screens.forecast.words import being_marked, kind_name, ways_of
from bot.screens.parts.frame import head
from bot.screens.parts.lesson import subject_of
from bot.screens.parts.screen import Button, Rows, Screen, button, lines, rows
from bot.texts.formats import exact, plain
from bot.texts.html import Html, joined
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.forecast.of_subject import Imagined, SubjectForecast
from core.diary.forecast.reading import PupilForecast
from core.diary.forecast.scale import MARKS
from core.diary.forecast.what_if import Opening
from core.ids import PupilId, SubjectId
from core.journal.values import ControlKind

_KINDS_OFFERED = 4
_COMMON_WEIGHT = 1


def what_if_of_subject(
    speech: Speech,
    actor: Actor,
    view: PupilForecast,
    *,
    subject: SubjectId,
    imagined: Sequence[Imagined],
    letter: str,
) -> Screen:
    """Show the mean and the mark as they would be, and the buttons to add and take back."""
    found = subject_forecast(view, subject)
    if found is None or not found.kinds or found.set_mark is not None:
        return forecast_of_subject(speech, actor, view, subject=subject)
    kind = kind_of(letter, [one.kind for one in found.kinds])
    title = speech.say("what-if-head", subject=subject_of(found.title))
    full = len(imagined) >= MOST_IMAGINED
    return Screen(
        lines(
            head(speech, actor, view.child, title),
            _now(speech, found),
            _then(speech, found, imagined),
            being_marked(speech, found),
            [
                speech.say(
                    "forecast-ways", mark=target, ways=_ways(speech, found, target, imagined)
                )
                for target in found.targets(imagined)
            ],
            speech.say("what-if-full") if full else _adding(speech, found, kind),
            speech.say("what-if-note"),
        ),
        _Buttons(speech, view.child.pupil, found, tuple(imagined), kind).rows(full=full),
    )


def _now(speech: Speech, subject: SubjectForecast) -> Html:
    now = subject.now
    if now.mean is None or now.mark is None:
        return speech.say("what-if-none")
    mean = exact(now.mean, speech.language)
    return speech.say("what-if-now", mean=mean, mark=now.mark)


def _then(
    speech: Speech, subject: SubjectForecast, imagined: Sequence[Imagined]
) -> Sequence[Html]:
    then = subject.imagine(imagined)
    if not imagined or then.mean is None or then.mark is None:
        return ()
    by_kind = defaultdict[ControlKind | None, list[int]](list)
    for one in imagined:
        by_kind[one.kind].append(one.value)
    told = [
        speech.say("what-if-kind", kind=kind_name(speech, kind), marks=", ".join(map(str, values)))
        for kind, values in by_kind.items()
    ]
    mean = exact(then.mean, speech.language)
    return [
        speech.say("what-if-added", marks=joined("; ", told)),
        speech.say("what-if-then", mean=mean, mark=then.mark),
    ]


def _ways(
    speech: Speech, subject: SubjectForecast, target: int, imagined: Sequence[Imagined]
) -> Html:
    return ways_of(speech, subject.ways_to(target, imagined))


def _adding(speech: Speech, subject: SubjectForecast, kind: ControlKind | None) -> Html:
    weighed = next(one for one in subject.kinds if one.kind == kind)
    return speech.say("what-if-adding", kind=_weighed(speech, weighed))


def _weighed(speech: Speech, opening: Opening) -> str:
    name = kind_name(speech, opening.kind)
    if opening.weight == _COMMON_WEIGHT:
        return name
    weight = plain(opening.weight, speech.language)
    return speech.label("work-kind-weighted", kind=name, weight=weight)


@dataclass(frozen=True, slots=True)
class _Buttons:
    """The taps of the screen; each keeps all imaginary marks."""

    speech: Speech
    pupil: PupilId
    subject: SubjectForecast
    imagined: tuple[Imagined, ...]
    kind: ControlKind | None

    def rows(self, *, full: bool) -> Rows:
        """Return marks to add, other kinds, and the ways out."""
        return rows(() if full else self._marks(), [*self._less(), *self._kinds()], self._out())

    def _marks(self) -> list[Button]:
        return [
            self._to(
                self.speech.label("what-if-add", mark=mark),
                (*self.imagined, Imagined(self.kind, mark)),
                self.kind,
            )
            for mark in reversed(MARKS)
        ]

    def _less(self) -> list[Button]:
        label, back = self.speech.label, self.imagined[:-1]
        found = []
        if self.imagined:
            found.append(self._to(label("what-if-take-back"), back, self.kind))
        if back:
            found.append(self._to(label("what-if-clear"), (), self.kind))
        return found

    def _kinds(self) -> list[Button]:
        others = [one for one in self.subject.kinds if one.kind != self.kind]
        return [
            self._to(_weighed(self.speech, one).capitalize(), self.imagined, one.kind)
            for one in others[:_KINDS_OFFERED]
        ]

    def _out(self) -> list[Button]:
        label = self.speech.label
        asks = OpenForecastWhy(pupil=self.pupil, subject=self.subject.subject)
        subject = OpenSubjectForecast(pupil=self.pupil, subject=self.subject.subject)
        return [
            button(label("why-button"), asks),
            button(label("what-if-subject"), subject),
            button(label("place-menu"), OpenMenu(pupil=self.pupil)),
        ]

    def _to(self, label: str, imagined: tuple[Imagined, ...], kind: ControlKind | None) -> Button:
        target = OpenWhatIf(
            pupil=self.pupil,
            subject=self.subject.subject,
            kind=LETTERS[kind],
            marks=written(imagined),
        )
        return button(label, target)
