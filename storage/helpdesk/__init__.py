"""The help desk's tables, behind the ports of `core.helpdesk`."""
