"""Identities as types: a pupil's id is not a lesson's, though both are whole numbers."""

from typing import NewType

SchoolId = NewType("SchoolId", int)
PersonId = NewType("PersonId", int)
PupilId = NewType("PupilId", PersonId)
AccountId = NewType("AccountId", int)
ClassId = NewType("ClassId", int)
CourseId = NewType("CourseId", int)
SubjectId = NewType("SubjectId", int)
PeriodId = NewType("PeriodId", int)
LessonId = NewType("LessonId", int)
WorkId = NewType("WorkId", int)
MarkId = NewType("MarkId", int)
PeriodMarkId = NewType("PeriodMarkId", int)
AbsenceId = NewType("AbsenceId", int)
NoticeId = NewType("NoticeId", int)
IssueId = NewType("IssueId", int)
WarningId = NewType("WarningId", int)
EventId = NewType("EventId", int)
RecommendationId = NewType("RecommendationId", int)
AnnouncementId = NewType("AnnouncementId", int)
AttachmentId = NewType("AttachmentId", int)
ExcuseId = NewType("ExcuseId", int)
SearchId = NewType("SearchId", int)
ProofId = NewType("ProofId", int)
AcknowledgementId = NewType("AcknowledgementId", int)
BroadcastId = NewType("BroadcastId", int)
TemplateId = NewType("TemplateId", int)

SourceId = NewType("SourceId", str)
"""The id that a record has in the school's files: opaque, and unique only within its school."""
