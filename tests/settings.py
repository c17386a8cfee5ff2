"""The portal's settings under the test profile, whatever the caller's shell says."""

import os
from pathlib import Path

os.environ["AMUPREV_PROFILE"] = "test"

from amuprev.settings import *  # noqa: F403  the profile is read while importing

# Code that is imported with the server looks for its folder; tests collect nothing.
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # noqa: F405
