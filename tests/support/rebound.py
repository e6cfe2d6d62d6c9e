"""The name of a site that has made it lead to the reader's own machine."""

REBOUND = "rebound.example"
REBINDING = f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1"  # as Chromium is told it
