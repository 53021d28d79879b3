def chart(rows, size):
    return rows[0]['valu']
