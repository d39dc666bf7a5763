"""Web: the review desk. Pages and an API over one ledger, for one person on this machine or for a team.

    app = create_app(open_ledger("story.ledger"), Settings(token="a secret"))

Pages work without scripts. Rights, forms and limits are told in docs/security.md. Needs `pip install 'habeas[web]'`.
"""

from __future__ import annotations

from habeas.errors import UsageError

try:
    import fastapi as _fastapi
    import python_multipart as _multipart
except ImportError as error:
    raise UsageError("the review desk needs further packages: pip install 'habeas[web]'") from error

from habeas.web.application import create_app
from habeas.web.settings import Settings

__all__ = ["Settings", "create_app"]

del _fastapi, _multipart
