"""Warnings about lessons missed without good reason, behind `core.diary.truancy`."""
