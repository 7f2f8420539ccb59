SELECT ward_packet_content.bytes, ward_packet.sha256
FROM ward_packet
JOIN ward_packet_content ON ward_packet_content.ward_packet_id = ward_packet.id
WHERE ward_packet.id = ?1
