SELECT posting.id, place_id, what, copies, posted_on, by_id, taken_down, posting.note
FROM posting
JOIN posting_place ON posting_place.id = posting.place_id
WHERE posting_place.campaign_id = ?1
ORDER BY posted_on DESC, posting.id DESC
