INSERT INTO area_name (area_id, until, name, kind, cluster, because)
VALUES (:area_id, :until, :name, :kind, :cluster, :because)
