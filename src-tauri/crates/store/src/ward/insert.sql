INSERT INTO ward_packet (
    campaign_id, office_uid, name, from_day, to_day, as_of, journal_seq, public_key, report, sha256, file_name, at,
    account_id
) VALUES (
    :campaign_id, :office_uid, :name, :from_day, :to_day, :as_of, :journal_seq, :public_key, :report, :sha256,
    :file_name, :at, :account_id
)
