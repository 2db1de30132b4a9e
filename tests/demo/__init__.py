"""The demo world; see tests/demo/build.py."""
