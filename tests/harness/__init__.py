"""The strict harness: what makes any test fail, whatever it is about.

`StrictClient` judges every page that a view test asks for; `templates` refuses a variable that does not exist;
`network` refuses every connection that leaves this machine.
"""

from tests.harness.client import StrictClient
from tests.harness.network import NetworkUsed, no_network
from tests.harness.pages import faults_of
from tests.harness.templates import UndefinedVariable, strict_variables

__all__ = ["NetworkUsed", "StrictClient", "UndefinedVariable", "faults_of", "no_network", "strict_variables"]
