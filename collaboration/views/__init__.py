"""Pages of this room. A view fetches through the viewer, asks an action, and renders."""
