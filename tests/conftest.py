"""What stands beside the folders of tests, as `goldfacts`, can be imported in each.

Property tests try the same examples on every run, however slow the machine; `pytest --hypothesis-profile=search` tries
new ones.
"""

from hypothesis import settings

settings.register_profile("search", deadline=None)
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")
