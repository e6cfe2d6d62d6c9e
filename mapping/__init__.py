"""From a list of United Nations human rights presences to a map in six languages."""
