"""CEL expressions, without the command line of their package: that alone would load a terminal toolkit at every start."""

import sys
from types import ModuleType

sys.modules.setdefault("cel.cli", ModuleType("cel.cli"))  # `cel` imports it first thing

from cel import Context, Program, compile

__all__ = ["Context", "Program", "compile"]
