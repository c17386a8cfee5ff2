"""The portal's settings under the test profile, whatever the caller's shell says."""

import os

os.environ["AMUPREV_PROFILE"] = "test"

from amuprev.settings import *  # noqa: F403  the profile is read while importing
