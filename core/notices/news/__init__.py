"""What a notice says, as data: the records behind it as they are when it is told."""
