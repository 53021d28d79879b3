import altair as alt


def chart(rows, size):
    return alt.Chart({"values": rows}).mark_point().encode(x="index:Q", y="value:Q")
