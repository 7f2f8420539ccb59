SELECT pg_advisory_lock(hashtextextended('tung-ngo-publish ' || $1, 0))
