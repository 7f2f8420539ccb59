SELECT keying || '/' || box, SUM(value)
FROM tally
GROUP BY keying, box
