"""What each person chose to hear, and when. Behind `core.notices.ports.PreferenceBook`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.zones import OwnZone
from core.ids import PersonId, SchoolId
from core.notices.preferences import CHOSE_NOTHING, Nights, Preferences, Timing, Topic, Via
from core.regulation.forms import QuietHours
from storage.statements import WHOM, insert_into
from storage.tables import PersonDeliveryRow, PreferenceRow

DELIVERY = (
    PersonDeliveryRow.nights,
    PersonDeliveryRow.own_from,
    PersonDeliveryRow.own_to,
    PersonDeliveryRow.neutral,
    PersonDeliveryRow.zone,
)
_ZONES = select(PersonDeliveryRow.person_id, PersonDeliveryRow.zone).where(
    PersonDeliveryRow.person_id.in_(WHOM), PersonDeliveryRow.zone.is_not(None)
)
_DELIVERY = select(*DELIVERY).where(PersonDeliveryRow.person_id == bindparam("person"))
TOPIC = (PreferenceRow.topic, PreferenceRow.timing, PreferenceRow.via)
_TOPICS = select(*TOPIC).where(PreferenceRow.person_id == bindparam("person"))


_DELIVERIES = select(PersonDeliveryRow.person_id, *DELIVERY).where(
    PersonDeliveryRow.person_id.in_(WHOM)
)
_TOPICS_OF = select(PreferenceRow.person_id, *TOPIC).where(PreferenceRow.person_id.in_(WHOM))


@dataclass(frozen=True, slots=True)
class SqlPreferenceBook:
    """One row a person, and one for each topic that does not come at once in the chat."""

    connection: AsyncConnection

    async def of(self, person: PersonId) -> Preferences:
        """Return what the person chose; who chose nothing hears all at once."""
        asked = {"person": person}
        delivery = (await self.connection.execute(_DELIVERY, asked)).one_or_none()
        topics = (await self.connection.execute(_TOPICS, asked)).all()
        return preferences(delivery, topics)

    async def keep(
        self, school: SchoolId, person: PersonId, chosen: Preferences, *, at: datetime
    ) -> None:
        """Keep what the person chose in place of what was kept before."""
        kept = {
            "nights": chosen.nights.value,
            "own_from": chosen.own_hours.begin,
            "own_to": chosen.own_hours.end,
            "neutral": chosen.neutral,
            "zone": chosen.zone.value if chosen.zone else None,
            "changed_at": at,
        }
        new = insert_into(self.connection, PersonDeliveryRow).values(
            school_id=school, person_id=person, **kept
        )
        await self.connection.execute(
            new.on_conflict_do_update(index_elements=["person_id"], set_=kept)
        )
        await self.connection.execute(
            delete(PreferenceRow).where(PreferenceRow.person_id == person)
        )
        rows = [
            {
                "school_id": school,
                "person_id": person,
                "topic": topic.value,
                "timing": chosen.timing_of(topic).value,
                "via": chosen.via(topic).value,
            }
            for topic in sorted(chosen.timings.keys() | chosen.ways.keys())
        ]
        if rows:
            await self.connection.execute(insert(PreferenceRow), rows)

    async def chosen(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Preferences]:
        """Return what persons chose; who chose nothing is not among them."""
        asked = {"asked": list(persons)}
        topics = defaultdict[int, list[Sequence[Any]]](list)
        for person, *topic in await self.connection.execute(_TOPICS_OF, asked):
            topics[person].append(topic)
        # A choice of a topic is kept beside a row of delivery.
        return {
            PersonId(person): preferences(delivery, topics[person])
            for person, *delivery in await self.connection.execute(_DELIVERIES, asked)
        }

    async def zones(self, persons: Sequence[PersonId]) -> Mapping[PersonId, OwnZone]:
        """Return where persons live; who goes by the school's clock is not among them."""
        rows = await self.connection.execute(_ZONES, {"asked": list(persons)})
        return {PersonId(person): OwnZone(zone) for person, zone in rows if zone}


def preferences(delivery: Sequence[object] | None, topics: Sequence[Sequence[Any]]) -> Preferences:
    """Return rows as what a person chose; columns of nobody's row are None."""
    rows = [(Topic(topic), Timing(timing), Via(via)) for topic, timing, via in topics if topic]
    chosen = {topic: timing for topic, timing, _ in rows if timing is not Timing.AT_ONCE}
    ways = {topic: via for topic, _, via in rows if via is not Via.CHAT}
    match delivery:
        case [str(nights), time() as begin, time() as end, neutral, zone]:
            return Preferences(
                chosen,
                Nights(nights),
                QuietHours(begin, end),
                neutral=bool(neutral),
                ways=ways,
                zone=OwnZone(str(zone)) if zone else None,
            )
        case _:
            return Preferences(chosen, ways=ways) if rows else CHOSE_NOTHING
