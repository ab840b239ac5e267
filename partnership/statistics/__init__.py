"""What SQL can't: `changes`, `shares` of few cases, `control` charts, `rates` of rare
events, figures `drawn` again, ranges of searches `resampled` and the `forecast` of what is open.

A select names under `then` the function that finishes its rows; each module is loaded when it is
first needed.
"""
