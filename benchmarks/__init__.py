"""Speed and memory against a big invented school; never part of the test run."""
