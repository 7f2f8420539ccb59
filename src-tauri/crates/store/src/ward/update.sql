UPDATE ward_packet
SET name = :name, from_day = :from_day, to_day = :to_day, as_of = :as_of, journal_seq = :journal_seq,
    report = :report, sha256 = :sha256, file_name = :file_name, at = :at, account_id = :account_id
WHERE campaign_id = :campaign_id AND office_uid = :office_uid AND public_key = :public_key
RETURNING id
