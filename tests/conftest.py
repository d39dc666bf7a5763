"""What stands beside the folders of tests, as `goldfacts`, can be imported in each."""
