SELECT seq, link FROM journal ORDER BY seq DESC LIMIT 1
