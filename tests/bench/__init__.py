"""The bench: our pages as ratios against bare Django and bare WeasyPrint. `make bench`; see docs/performance.md."""
