-- The star, as it first was. A later change is a step of its own beside this file: a city's data is not made anew.
-- Names without a schema: the run sets the search path to the one it was asked for.

CREATE TABLE campaign (
    one_row      boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    title        text NOT NULL,
    app_name     text NOT NULL,
    starts_on    date NOT NULL,
    ends_on      date NOT NULL,
    illustration text
);

COMMENT ON TABLE campaign IS 'Đợt mà lược đồ này giữ, chỉ một dòng | The campaign this schema holds: one row';
COMMENT ON COLUMN campaign.one_row IS 'Luôn đúng | Always true';
COMMENT ON COLUMN campaign.title IS 'Tên đợt theo tệp gộp | Title in the consolidated file';
COMMENT ON COLUMN campaign.app_name IS 'Ứng dụng được vận động cài đặt | App that residents install';
COMMENT ON COLUMN campaign.starts_on IS 'Ngày bắt đầu | First day';
COMMENT ON COLUMN campaign.ends_on IS 'Ngày kết thúc | Last day';
COMMENT ON COLUMN campaign.illustration IS 'Có chữ: mọi số liệu chỉ để minh họa | Set: all figures are invented for illustration';

CREATE TABLE dim_ward (
    ward_key     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    office_uid   text NOT NULL UNIQUE,
    name         text NOT NULL,
    place        text NOT NULL,
    campaign     text NOT NULL,
    app_name     text NOT NULL,
    starts_on    date NOT NULL,
    ends_on      date NOT NULL,
    illustration text
);

COMMENT ON TABLE dim_ward IS 'Phường, xã, mỗi dòng một cơ quan | Ward: one row an office';
COMMENT ON COLUMN dim_ward.ward_key IS 'Khóa | Key';
COMMENT ON COLUMN dim_ward.office_uid IS 'Mã của tệp dữ liệu cơ quan, không đổi khi cơ quan đổi tên | Random name of the office file: stays when the ward is renamed';
COMMENT ON COLUMN dim_ward.name IS 'Tên cơ quan theo báo cáo mới nhất | Name in the newest report';
COMMENT ON COLUMN dim_ward.place IS 'Địa danh | Place as its documents write it';
COMMENT ON COLUMN dim_ward.campaign IS 'Tên đợt theo cơ quan | Title of the campaign, as the ward calls it';
COMMENT ON COLUMN dim_ward.app_name IS 'Ứng dụng được vận động cài đặt | App that residents install';
COMMENT ON COLUMN dim_ward.starts_on IS 'Ngày bắt đầu đợt | First day of the campaign';
COMMENT ON COLUMN dim_ward.ends_on IS 'Ngày kết thúc đợt | Last day of the campaign';
COMMENT ON COLUMN dim_ward.illustration IS 'Có chữ: số liệu của cơ quan này chỉ để minh họa | Set: the figures of this office are invented for illustration';

CREATE TABLE dim_area (
    area_key     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ward_key     bigint NOT NULL REFERENCES dim_ward ON DELETE CASCADE,
    area_no      bigint NOT NULL,
    name         text NOT NULL,
    kind         text NOT NULL,
    kind_label   text NOT NULL,
    cluster      text,
    reports_self boolean NOT NULL,
    UNIQUE (ward_key, area_no)
);

COMMENT ON TABLE dim_area IS 'Địa bàn của phường, xã; địa bàn tách ra hay gộp lại trong đợt là một dòng | Residential area; areas that came out of one another within the campaign are one row';
COMMENT ON COLUMN dim_area.area_key IS 'Khóa | Key';
COMMENT ON COLUMN dim_area.ward_key IS 'Phường, xã | Ward';
COMMENT ON COLUMN dim_area.area_no IS 'Số của địa bàn trong tệp của cơ quan | The area''s number in the office file';
COMMENT ON COLUMN dim_area.name IS 'Tên địa bàn | Name';
COMMENT ON COLUMN dim_area.kind IS 'Loại địa bàn (mã) | Kind (code)';
COMMENT ON COLUMN dim_area.kind_label IS 'Loại địa bàn | Kind, in Vietnamese';
COMMENT ON COLUMN dim_area.cluster IS 'Cụm; trống: không thuộc cụm nào | Cluster; null: in none';
COMMENT ON COLUMN dim_area.reports_self IS 'Không có buổi đến nhà, tự báo cáo | Not visited: reports by itself';

CREATE TABLE dim_date (
    date_key      integer PRIMARY KEY,
    day           date UNIQUE,
    year          smallint,
    month         smallint,
    day_of_month  smallint,
    iso_week      smallint,
    weekday       smallint,
    weekday_label text,
    CHECK ((date_key = 0) = (day IS NULL))
);

COMMENT ON TABLE dim_date IS 'Ngày có trong số liệu | Days that occur in the facts';
COMMENT ON COLUMN dim_date.date_key IS 'Khóa: 20241109 là 09/11/2024; 0 là không rõ ngày | Key: 20241109; 0 is a day nobody wrote down';
COMMENT ON COLUMN dim_date.day IS 'Ngày; trống: không rõ | Day; null: unknown';
COMMENT ON COLUMN dim_date.year IS 'Năm | Year';
COMMENT ON COLUMN dim_date.month IS 'Tháng | Month';
COMMENT ON COLUMN dim_date.day_of_month IS 'Ngày trong tháng | Day of the month';
COMMENT ON COLUMN dim_date.iso_week IS 'Tuần trong năm (ISO 8601) | Week of the year (ISO 8601)';
COMMENT ON COLUMN dim_date.weekday IS 'Thứ: 1 là thứ Hai, 7 là Chủ nhật | Weekday: 1 Monday to 7 Sunday';
COMMENT ON COLUMN dim_date.weekday_label IS 'Tên thứ | Weekday, in Vietnamese';

INSERT INTO dim_date (date_key) VALUES (0);

CREATE TABLE dim_indicator (
    indicator   text PRIMARY KEY,
    position    smallint NOT NULL,
    label       text NOT NULL,
    group_code  text NOT NULL,
    group_label text NOT NULL
);

COMMENT ON TABLE dim_indicator IS 'Điều một ô trên phiếu đếm | What a box of the tally sheet counts';
COMMENT ON COLUMN dim_indicator.indicator IS 'Mã | Code';
COMMENT ON COLUMN dim_indicator.position IS 'Thứ tự | Order';
COMMENT ON COLUMN dim_indicator.label IS 'Tên | Label, in Vietnamese';
COMMENT ON COLUMN dim_indicator.group_code IS 'Nhóm (mã): households, people, reasons | Group (code)';
COMMENT ON COLUMN dim_indicator.group_label IS 'Nhóm | Group, in Vietnamese';

CREATE TABLE dim_target (
    target_key        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    numerator         text NOT NULL,
    denominator       text NOT NULL,
    goal_percent      integer NOT NULL,
    due               date NOT NULL,
    label             text NOT NULL,
    numerator_label   text NOT NULL,
    denominator_label text NOT NULL,
    UNIQUE (numerator, denominator, goal_percent, due)
);

COMMENT ON TABLE dim_target IS 'Chỉ tiêu; các phường, xã có cùng tử số, mẫu số, mức và hạn dùng chung một dòng | Target; wards with the same numerator, denominator, goal and day share a row';
COMMENT ON COLUMN dim_target.target_key IS 'Khóa | Key';
COMMENT ON COLUMN dim_target.numerator IS 'Tử số (mã) | Numerator (code)';
COMMENT ON COLUMN dim_target.denominator IS 'Mẫu số (mã) | Denominator (code)';
COMMENT ON COLUMN dim_target.goal_percent IS 'Mức phải đạt, % | Percent to reach';
COMMENT ON COLUMN dim_target.due IS 'Hạn | Day it is due';
COMMENT ON COLUMN dim_target.label IS 'Chỉ tiêu viết thành câu | The target as a sentence, in Vietnamese';
COMMENT ON COLUMN dim_target.numerator_label IS 'Tử số | Numerator, in Vietnamese';
COMMENT ON COLUMN dim_target.denominator_label IS 'Mẫu số | Denominator, in Vietnamese';

-- Facts refer to dimensions without foreign keys: those would be asked for every row and take nine tenths of the time.
-- Whoever writes here takes the keys from the dimensions in the same transaction.

CREATE TABLE fact_tally (
    ward_key  bigint NOT NULL,
    area_key  bigint NOT NULL,
    date_key  integer NOT NULL,
    origin    text NOT NULL CHECK (origin IN ('evening', 'self_report')),
    indicator text NOT NULL,
    value     bigint NOT NULL,
    PRIMARY KEY (ward_key, area_key, date_key, origin, indicator)
);

COMMENT ON TABLE fact_tally IS 'Số đếm của mỗi buổi; cộng được theo mọi chiều. Ô để trống không có dòng, không phải 0 | Counts of each evening; additive. A blank box has no row: it is not zero';
COMMENT ON COLUMN fact_tally.ward_key IS 'Phường, xã | Ward';
COMMENT ON COLUMN fact_tally.area_key IS 'Địa bàn | Area';
COMMENT ON COLUMN fact_tally.date_key IS 'Buổi; với địa bàn tự báo cáo: ngày của báo cáo mới nhất | Evening; of an area that reports by itself the day its newest report stands for';
COMMENT ON COLUMN fact_tally.origin IS 'evening: phiếu của buổi; self_report: địa bàn tự báo cáo, lũy kế, chỉ lấy báo cáo mới nhất | Sheets of an evening, or an area''s own report (cumulative: only the newest counts)';
COMMENT ON COLUMN fact_tally.indicator IS 'Điều được đếm | What is counted';
COMMENT ON COLUMN fact_tally.value IS 'Tổng; phiếu hủy, phiếu trùng không tính | Sum; void and duplicate sheets are left out';

CREATE TABLE fact_sheets (
    ward_key bigint NOT NULL,
    area_key bigint NOT NULL,
    date_key integer NOT NULL,
    origin   text NOT NULL CHECK (origin IN ('evening', 'self_report')),
    expected integer NOT NULL,
    returned integer NOT NULL,
    keyed    integer NOT NULL,
    PRIMARY KEY (ward_key, area_key, date_key, origin)
);

COMMENT ON TABLE fact_sheets IS 'Phiếu dự kiến, đã nhận về, đã nhập; cộng được theo mọi chiều | Sheets the office waits for, that are back, that are keyed; additive';
COMMENT ON COLUMN fact_sheets.ward_key IS 'Phường, xã | Ward';
COMMENT ON COLUMN fact_sheets.area_key IS 'Địa bàn | Area';
COMMENT ON COLUMN fact_sheets.date_key IS 'Buổi | Evening';
COMMENT ON COLUMN fact_sheets.origin IS 'evening: phiếu của buổi; self_report: địa bàn tự báo cáo | Sheets of an evening, or an area''s own report';
COMMENT ON COLUMN fact_sheets.expected IS 'Phiếu dự kiến nhận | Sheets expected';
COMMENT ON COLUMN fact_sheets.returned IS 'Phiếu đã nhận về | Sheets that are back';
COMMENT ON COLUMN fact_sheets.keyed IS 'Phiếu đã nhập đủ | Sheets that are fully keyed';

CREATE TABLE fact_base (
    ward_key      bigint NOT NULL,
    area_key      bigint NOT NULL,
    date_key      integer NOT NULL,
    households    bigint,
    people_15     bigint,
    smartphone_15 bigint,
    installed     bigint,
    PRIMARY KEY (ward_key, area_key, date_key)
);

COMMENT ON TABLE fact_base IS 'Số nền của địa bàn theo ngày chốt; không cộng qua các ngày | Base figures of an area as of a day; not additive over days';
COMMENT ON COLUMN fact_base.ward_key IS 'Phường, xã | Ward';
COMMENT ON COLUMN fact_base.area_key IS 'Địa bàn | Area';
COMMENT ON COLUMN fact_base.date_key IS 'Ngày chốt | Day the figures stand for';
COMMENT ON COLUMN fact_base.households IS 'Số hộ; trống: chưa biết | Households; null: unknown';
COMMENT ON COLUMN fact_base.people_15 IS 'Người từ 15 tuổi trở lên; trống: chưa biết | People of 15 and over; null: unknown';
COMMENT ON COLUMN fact_base.smartphone_15 IS 'Người từ 15 tuổi dùng điện thoại thông minh; trống: chưa biết | People of 15 and over who use a smartphone; null: unknown';
COMMENT ON COLUMN fact_base.installed IS 'Người đã cài đến ngày chốt; trống: chưa biết | People who had installed the app by that day; null: unknown';

CREATE TABLE fact_rate (
    ward_key      bigint NOT NULL,
    area_key      bigint,
    target_key    bigint NOT NULL,
    as_of_key     integer NOT NULL,
    level         text NOT NULL CHECK (level IN ('ward', 'area')),
    is_latest     boolean NOT NULL,
    numerator     bigint,
    denominator   bigint,
    percent       double precision,
    areas_without_base integer NOT NULL,
    among_met     boolean NOT NULL,
    CHECK ((level = 'ward') = (area_key IS NULL))
);

-- A key with a blank in it: no area is number 0.
CREATE UNIQUE INDEX fact_rate_key ON fact_rate (ward_key, target_key, as_of_key, (coalesce(area_key, 0)));
CREATE INDEX fact_rate_by_target ON fact_rate (target_key);

COMMENT ON TABLE fact_rate IS 'Tỷ lệ lũy kế theo ngày, của phường, xã (level = ward) và của từng địa bàn (level = area). Không cộng được: tỷ lệ chung là tổng tử số chia tổng mẫu số | Cumulative rates by day. Not additive: a rate of many is the ratio of sums';
COMMENT ON COLUMN fact_rate.ward_key IS 'Phường, xã | Ward';
COMMENT ON COLUMN fact_rate.area_key IS 'Địa bàn; trống: cả phường, xã | Area; null: the whole ward';
COMMENT ON COLUMN fact_rate.target_key IS 'Chỉ tiêu | Target';
COMMENT ON COLUMN fact_rate.as_of_key IS 'Tính từ đầu đợt đến hết ngày này | From the beginning to this day';
COMMENT ON COLUMN fact_rate.level IS 'ward hoặc area | ward or area';
COMMENT ON COLUMN fact_rate.is_latest IS 'Ngày cuối của báo cáo mới nhất | The last day of the newest report';
COMMENT ON COLUMN fact_rate.numerator IS 'Tử số; trống: chưa báo cáo | Numerator; null: nothing reported';
COMMENT ON COLUMN fact_rate.denominator IS 'Mẫu số; trống: chưa có số nền | Denominator; null: no base figure';
COMMENT ON COLUMN fact_rate.percent IS 'Phần trăm, có thể quá 100; trống: chưa tính được | Per cent, may exceed 100; null: unknown';
COMMENT ON COLUMN fact_rate.areas_without_base IS 'Số địa bàn chưa có số nền, không tính vào cả tử số và mẫu số | Areas left out of both because their base is blank';
COMMENT ON COLUMN fact_rate.among_met IS 'Có địa bàn chỉ đếm trong số người đã gặp | In some area only people met are counted';

CREATE TABLE publication (
    ward_key      bigint PRIMARY KEY REFERENCES dim_ward ON DELETE CASCADE,
    digest        bytea NOT NULL CHECK (octet_length(digest) = 32),
    facts_version integer NOT NULL,
    journal_seq   bigint NOT NULL,
    report        text,
    journal_head  text,
    from_day      date,
    to_day        date NOT NULL,
    as_of         date NOT NULL,
    published_at  timestamptz NOT NULL
);

COMMENT ON TABLE publication IS 'Số liệu của mỗi phường, xã lấy từ gói nào, gửi lúc nào | Which packet the figures of a ward come from, and when they were sent';
COMMENT ON COLUMN publication.ward_key IS 'Phường, xã | Ward';
COMMENT ON COLUMN publication.digest IS 'SHA-256 của gói | SHA-256 of the packet';
COMMENT ON COLUMN publication.facts_version IS 'Phiên bản cách tính | Version of how facts are made from a packet';
COMMENT ON COLUMN publication.journal_seq IS 'Số của mục nhật ký mới nhất của cơ quan | Number of the newest entry of the ward''s journal';
COMMENT ON COLUMN publication.report IS 'Số hiệu báo cáo đã phát hành (BC-003); trống: chưa phát hành | Issued report; null: not issued';
COMMENT ON COLUMN publication.journal_head IS 'Đầu nhật ký in ở chân báo cáo; trống: chưa phát hành | Head of the journal as in the report''s footer; null: not issued';
COMMENT ON COLUMN publication.from_day IS 'Kỳ báo cáo từ ngày; trống: từ đầu đợt | First day of the report; null: from the beginning';
COMMENT ON COLUMN publication.to_day IS 'Kỳ báo cáo đến hết ngày | Last day of the report';
COMMENT ON COLUMN publication.as_of IS 'Ngày số liệu được chốt | The day the figures stand for';
COMMENT ON COLUMN publication.published_at IS 'Lúc gửi | When it was sent';

CREATE VIEW v_ward_progress AS
SELECT w.ward_key, w.office_uid, w.name AS ward, w.illustration, t.target_key, t.label AS target, t.goal_percent, t.due,
       d.day AS as_of, r.numerator, r.denominator, r.percent, r.percent >= t.goal_percent AS reached,
       r.areas_without_base, r.among_met, s.expected AS sheets_expected, s.returned AS sheets_returned,
       p.report, p.published_at
FROM fact_rate r
JOIN dim_ward w USING (ward_key)
JOIN dim_target t USING (target_key)
JOIN dim_date d ON d.date_key = r.as_of_key
JOIN publication p USING (ward_key)
LEFT JOIN (SELECT ward_key, sum(expected) AS expected, sum(returned) AS returned FROM fact_sheets GROUP BY ward_key) s
    USING (ward_key)
WHERE r.level = 'ward' AND r.is_latest;

CREATE VIEW v_area_progress AS
SELECT w.ward_key, a.area_key, w.name AS ward, a.name AS area, a.kind_label AS kind, a.cluster, w.illustration,
       t.target_key, t.label AS target, t.goal_percent, t.due, d.day AS as_of, r.numerator, r.denominator, r.percent,
       r.percent >= t.goal_percent AS reached, r.among_met, s.expected AS sheets_expected,
       s.returned AS sheets_returned
FROM fact_rate r
JOIN dim_ward w USING (ward_key)
JOIN dim_area a USING (area_key)
JOIN dim_target t USING (target_key)
JOIN dim_date d ON d.date_key = r.as_of_key
LEFT JOIN (SELECT area_key, sum(expected) AS expected, sum(returned) AS returned FROM fact_sheets GROUP BY area_key) s
    USING (area_key)
WHERE r.level = 'area' AND r.is_latest;

COMMENT ON VIEW v_ward_progress IS 'Tiến độ của mỗi phường, xã theo chỉ tiêu, mới nhất | Each ward''s newest progress by target';
COMMENT ON COLUMN v_ward_progress.ward_key IS 'Khóa phường, xã | Key of the ward';
COMMENT ON COLUMN v_ward_progress.office_uid IS 'Mã của tệp dữ liệu cơ quan | Random name of the office file';
COMMENT ON COLUMN v_ward_progress.ward IS 'Phường, xã | Ward';
COMMENT ON COLUMN v_ward_progress.illustration IS 'Có chữ: số liệu minh họa | Set: invented figures';
COMMENT ON COLUMN v_ward_progress.target_key IS 'Khóa chỉ tiêu | Key of the target';
COMMENT ON COLUMN v_ward_progress.target IS 'Chỉ tiêu | Target';
COMMENT ON COLUMN v_ward_progress.goal_percent IS 'Mức phải đạt, % | Percent to reach';
COMMENT ON COLUMN v_ward_progress.due IS 'Hạn | Day it is due';
COMMENT ON COLUMN v_ward_progress.as_of IS 'Tính đến hết ngày | To the end of this day';
COMMENT ON COLUMN v_ward_progress.numerator IS 'Tử số; trống: chưa báo cáo | Numerator; null: nothing reported';
COMMENT ON COLUMN v_ward_progress.denominator IS 'Mẫu số; trống: chưa có số nền | Denominator; null: no base figure';
COMMENT ON COLUMN v_ward_progress.percent IS 'Phần trăm; trống: chưa tính được | Per cent; null: unknown';
COMMENT ON COLUMN v_ward_progress.reached IS 'Đã đạt mức; trống: chưa tính được | Goal reached; null: unknown';
COMMENT ON COLUMN v_ward_progress.areas_without_base IS 'Số địa bàn chưa có số nền | Areas left out because their base is blank';
COMMENT ON COLUMN v_ward_progress.among_met IS 'Có địa bàn chỉ đếm trong số người đã gặp | In some area only people met are counted';
COMMENT ON COLUMN v_ward_progress.sheets_expected IS 'Phiếu dự kiến; trống: chưa có phiếu | Sheets expected; null: there are none';
COMMENT ON COLUMN v_ward_progress.sheets_returned IS 'Phiếu đã nhận về; trống: chưa có phiếu | Sheets that are back; null: there are none';
COMMENT ON COLUMN v_ward_progress.report IS 'Số hiệu báo cáo; trống: chưa phát hành | Issued report; null: not issued';
COMMENT ON COLUMN v_ward_progress.published_at IS 'Lúc gửi | When it was sent';

COMMENT ON VIEW v_area_progress IS 'Tiến độ của mỗi địa bàn theo chỉ tiêu, mới nhất | Each area''s newest progress by target';
COMMENT ON COLUMN v_area_progress.ward_key IS 'Khóa phường, xã | Key of the ward';
COMMENT ON COLUMN v_area_progress.area_key IS 'Khóa địa bàn | Key of the area';
COMMENT ON COLUMN v_area_progress.ward IS 'Phường, xã | Ward';
COMMENT ON COLUMN v_area_progress.area IS 'Địa bàn | Area';
COMMENT ON COLUMN v_area_progress.kind IS 'Loại địa bàn | Kind of the area';
COMMENT ON COLUMN v_area_progress.cluster IS 'Cụm; trống: không thuộc cụm nào | Cluster; null: in none';
COMMENT ON COLUMN v_area_progress.illustration IS 'Có chữ: số liệu minh họa | Set: invented figures';
COMMENT ON COLUMN v_area_progress.target_key IS 'Khóa chỉ tiêu | Key of the target';
COMMENT ON COLUMN v_area_progress.target IS 'Chỉ tiêu | Target';
COMMENT ON COLUMN v_area_progress.goal_percent IS 'Mức phải đạt, % | Percent to reach';
COMMENT ON COLUMN v_area_progress.due IS 'Hạn | Day it is due';
COMMENT ON COLUMN v_area_progress.as_of IS 'Tính đến hết ngày | To the end of this day';
COMMENT ON COLUMN v_area_progress.numerator IS 'Tử số; trống: chưa báo cáo | Numerator; null: nothing reported';
COMMENT ON COLUMN v_area_progress.denominator IS 'Mẫu số; trống: chưa có số nền | Denominator; null: no base figure';
COMMENT ON COLUMN v_area_progress.percent IS 'Phần trăm; trống: chưa tính được | Per cent; null: unknown';
COMMENT ON COLUMN v_area_progress.reached IS 'Đã đạt mức; trống: chưa tính được | Goal reached; null: unknown';
COMMENT ON COLUMN v_area_progress.among_met IS 'Chỉ đếm trong số người đã gặp | Only people met are counted';
COMMENT ON COLUMN v_area_progress.sheets_expected IS 'Phiếu dự kiến; trống: chưa có phiếu | Sheets expected; null: there are none';
COMMENT ON COLUMN v_area_progress.sheets_returned IS 'Phiếu đã nhận về; trống: chưa có phiếu | Sheets that are back; null: there are none';
