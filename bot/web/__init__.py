"""HTTP from outside: the webhook, and whether the program is well."""
