UPDATE area SET leader_id = NULL WHERE leader_id = ?1;
UPDATE force SET detailed_by_id = NULL WHERE detailed_by_id = ?1;
UPDATE task SET responsible_id = NULL WHERE responsible_id = ?1;
UPDATE reporting_unit SET contact_id = NULL WHERE contact_id = ?1;
UPDATE campaign SET contact_id = NULL WHERE contact_id = ?1;
UPDATE campaign SET signer_id = NULL WHERE signer_id = ?1;
