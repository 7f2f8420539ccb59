SELECT seq, link FROM journal ORDER BY seq
