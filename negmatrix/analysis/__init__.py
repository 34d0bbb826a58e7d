"""Records to results: what can be measured of a talks, exactly."""
