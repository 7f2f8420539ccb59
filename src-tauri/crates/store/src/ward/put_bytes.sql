INSERT INTO ward_packet_content (ward_packet_id, bytes) VALUES (:id, :bytes)
ON CONFLICT (ward_packet_id) DO UPDATE SET bytes = excluded.bytes
