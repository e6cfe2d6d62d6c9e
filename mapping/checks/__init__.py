"""What one row alone cannot show to be wrong: references, totals, duplicates, positions.

Comes in: tables as read. Goes out: faults in a `FaultLog`, and the presences that can be joined.
Begin with `references.py`. Each module checks one thing; nothing here reads files.
"""

PUBLIC = {
    "consistency": ("check_consistency",),
    "positions": ("check_positions",),
    "references": ("check_for_comparison", "check_joined", "check_references"),
    "totals": ("check_footnotes", "check_totals"),
}
