"""One row of each file of the bundle, typed; references are the ids that the files use."""
