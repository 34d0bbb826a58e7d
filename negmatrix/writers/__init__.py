"""Documents to one format each, results to JSON, and problems to lines."""
