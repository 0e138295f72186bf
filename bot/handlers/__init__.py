"""What a person does, one file per task. A handler asks one use case and returns one Screen."""
