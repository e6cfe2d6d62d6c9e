"""The settings of all programs, in a folder of their own: nothing of the machine's is touched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.browser.drivers import PREFERENCES

HERE = Path(__file__).parent
# A voice that is as quick as it is silent: Orca waits for nothing.
SILENT = """\
GenericExecuteSynth "true"
AddVoice "en" "MALE1" "none"
"""
SPEECH = """\
CommunicationMethod "unix_socket"
AudioOutputMethod "alsa"
AddModule "silent" "sd_generic" "silent.conf"
DefaultModule silent
Timeout 0
"""
NO_SOUND = "pcm.!default { type null }\nctl.!default { type null }\n"
FIREFOX = {
    **PREFERENCES,
    "intl.accept_languages": '"en-GB"',
    "accessibility.force_disabled": "-1",  # its tree is built from the start
    "accessibility.warn_on_browsewithcaret": "false",
    "places.history.enabled": "false",  # no link is a visited one
    "browser.download.alwaysOpenPanel": "false",
    "browser.aboutwelcome.enabled": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "browser.tabs.warnOnClose": "false",
    "browser.translations.enable": "false",
    "browser.translations.automaticallyPopup": "false",
    "termsofuse.bypassNotification": "true",
}


def furnished(home: Path) -> dict[str, str]:
    """Lay out the settings of all programs; give the variables that point them there."""
    for file, text in {
        ".asoundrc": NO_SOUND,
        ".config/speech-dispatcher/speechd.conf": SPEECH,
        ".config/speech-dispatcher/modules/silent.conf": SILENT,
        "firefox/user.js": "".join(f'user_pref("{k}", {v});\n' for k, v in FIREFOX.items()),
        "said": "",
        "run/.here": "",
    }.items():
        (home / file).parent.mkdir(parents=True, exist_ok=True)
        (home / file).write_text(text, encoding="utf-8")
    (home / "run").chmod(0o700)
    customized = home / ".local" / "share" / "orca" / "orca-customizations.py"
    customized.parent.mkdir(parents=True)
    shutil.copy(HERE / "orca_customizations.py", customized)
    return {
        **os.environ,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "LC_ALL": "C.UTF-8",
        "GNOME_ACCESSIBILITY": "1",
        "NO_AT_BRIDGE": "0",
        "GSETTINGS_BACKEND": "keyfile",
        "ORCA_SAYS": str(home / "said"),
    }
