UPDATE document
SET subject = :subject, addressees = :addressees, recipients = :recipients, signature_lines = :signature_lines,
    signer_id = :signer_id, drafter = :drafter, from_day = :from_day, to_day = :to_day, visit_id = :visit_id, team_id = :team_id,
    held_on = :held_on, held_at = :held_at, held_in = :held_in
WHERE id = :id
