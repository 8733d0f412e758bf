"""The journeys of PRODUCT.md in a real browser, each as the people it names, on what `make run` starts."""
