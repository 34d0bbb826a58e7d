"""What the Python API does, in the order of a call: load, set the scene, measure, view."""
