-- id, guid, current_path, target_path, start_time, received_bytes, total_bytes, state, danger_type, interrupt_reason, end_time
INSERT INTO downloads VALUES
    -- Interrupted, canceled; completed after an interruption; in progress; a state that nobody knows.
    (1, 'a', '/d/disk.iso.crdownload', '/d/disk.iso', 13380000000000000, 1000, 2000, 4, 0, 3, 0),
    (2, 'b', '', 'C:\Users\Ann\report.pdf', 13380000001000000, 5, 0, 2, 0, 40, 0),
    (3, 'c', '/d/old.zip', '/d/old.zip', 13380000002000000, 7, 7, 1, 0, 20, 0),
    (4, 'd', '/d/x.crdownload', '/d/now.zip', 13380000003000000, 1, 9, 0, 0, 0, 0),
    (5, 'e', '/d/x.crdownload', '/d/odd.zip', 13380000004000000, 1, 9, 7, 0, 20, 0),
    -- Without a reason: interrupted, canceled.
    (6, 'f', '', '/d/no reason.zip', 13380000005000000, 0, -1, 4, 0, 0, 0),
    (7, 'g', '', '/d/no reason.zip', 13380000006000000, 0, -1, 2, 0, 0, 0),
    -- Reasons that are unknown, or no number of 32 bits (as one it would be 3).
    (8, 'h', '', '/d/later.zip', 13380000007000000, 0, 9, 4, 0, 99, 0),
    (9, 'i', '', '/d/large.zip', 13380000008000000, 0, 9, 4, 0, 4294967299, 0),
    -- Names with other scripts, control characters, a direction override, bytes that are no UTF-8; a time beyond the calendar.
    (10, 'j', '', '/d/Überblick 概要.zip', 13380000009000000, 0, 9, 4, 0, 50, 0),
    (11, 'k', '', '/d/' || char(27) || '[2J' || char(10) || 'a' || char(8238) || 'gpj.exe', 13380000010000000, 0, 9, 4, 0, 7, 0),
    (12, 'l', '', CAST(x'2f642f61ff62' AS TEXT), 9223372036854775807, 0, 9, 4, 0, 21, 0),
    -- A type that is not the column's.
    (13, 'm', '', x'2f642f626c6f62', 0, 'none', 9, 4, 0, 33, 0),
    -- Interrupted, as old browsers wrote it.
    (14, 'n', '', '/d/old kind.zip', 13380000011000000, 0, 9, 3, 0, 30, 0),
    -- Reasons that only Chromium has.
    (15, 'o', '', '/d/same.zip', 13380000012000000, 0, 9, 4, 0, 15, 0),
    (16, 'p', '', '/d/condition.zip', 13380000013000000, 0, 9, 4, 0, 32, 0),
    (17, 'q', '', '/d/company.zip', 13380000014000000, 0, 9, 4, 0, 51, 0),
    -- Canceled and shut down: without a path; while the browser had its doubts; both; and another reason with them.
    (18, 'r', '', '', 13380000015000000, 0, 9, 2, 0, 40, 0),
    (19, 's', '', '/d/kept.exe', 13380000016000000, 9, 9, 4, 1, 41, 0),
    (20, 't', '', '', 13380000017000000, 9, 9, 2, 5, 40, 0),
    (21, 'u', '', '', 13380000018000000, 9, 9, 4, 3, 11, 0);
INSERT INTO downloads_url_chains VALUES
    (1, 0, 'https://example.com/disk'),
    (1, 1, 'https://mirror.example.com/disk.iso'),
    (2, 0, 'https://example.com/' || char(9) || 'report.pdf');
