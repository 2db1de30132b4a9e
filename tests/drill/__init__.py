"""The drill: a real server, killed and crowded on purpose, loses no answer. `make drill`; see docs/performance.md."""
