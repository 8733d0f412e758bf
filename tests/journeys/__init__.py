"""The journeys of the product, end to end, through its doors."""
