"""Charts: from the words of a chart file to numbers (`planning`), and from numbers to SVG (`draw`).

Only this package knows Altair, and only when something is drawn; only `engine` knows vl-convert. What plans and what
draws is loaded when a chart is planned or drawn.
"""
