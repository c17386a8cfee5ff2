"""What runs on a stage: one module's measurements, printed as JSON."""

import importlib
import json
import os
import sys

import django


def main() -> None:
    """Measure what the module named in the command line measures on a log so large."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amuprev.settings")
    django.setup()
    module = importlib.import_module(f"bench.{sys.argv[1]}")
    sys.stdout.write(json.dumps(module.measure(sys.argv[2])))


if __name__ == "__main__":
    main()
