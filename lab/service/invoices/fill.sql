-- 100,000 invoices of about 520 bytes, made by the server.
INSERT INTO invoices_customer (name, email)
SELECT 'Customer number ' || n, 'customer' || n || '@example.org'
FROM generate_series(1, 2000) AS n;

INSERT INTO invoices_project (title, code)
SELECT 'Project ' || n || ' of the lab', 'PRJ-' || lpad(n::text, 6, '0')
FROM generate_series(1, 500) AS n;

INSERT INTO invoices_invoice (
    customer_id, project_id, number, series, status, currency, tax_id, address, city, country,
    description, notes, reference, payment_method, iban, net, tax, total, discount, quantity,
    paid, issued, due, created, updated
)
SELECT
    1 + n % 2000,
    1 + n % 500,
    'INV-' || lpad(n::text, 8, '0'),
    'S' || n % 10,
    (ARRAY['draft', 'sent', 'paid', 'overdue'])[1 + n % 4],
    (ARRAY['EUR', 'USD', 'MXN'])[1 + n % 3],
    'TAX' || lpad((n::bigint * 7919 % 100000000)::text, 10, '0'),
    n % 300 || ' Long Avenue of the Harbour, building ' || n % 40,
    'City number ' || n % 90,
    (ARRAY['ES', 'MX', 'CL', 'AR'])[1 + n % 4],
    md5(n::text) || ' ' || md5((n + 1)::text) || ' ' || md5((n + 2)::text) || ' invoice of services',
    md5((n + 3)::text) || ' ' || md5((n + 4)::text) || ' ' || md5((n + 6)::text) || ' note for the file',
    'REF-' || md5((n + 5)::text),
    (ARRAY['transfer', 'card', 'cash'])[1 + n % 3],
    'ES' || lpad((n::bigint * 104729 % 1000000000)::text, 22, '0'),
    n % 9000 + 0.25,
    (n % 9000) * 0.21,
    (n % 9000) * 1.21 + 0.25,
    n % 20,
    n % 50,
    n % 2 = 0,
    date '2024-01-01' + n % 700,
    date '2024-02-01' + n % 700,
    timestamptz '2024-01-01 08:00:00+00' + n * interval '1 minute',
    timestamptz '2024-01-02 08:00:00+00' + n * interval '1 minute'
FROM generate_series(1, 100000) AS n;

-- So that counting the rows, as each page of the list does, reads the index alone.
VACUUM ANALYZE;
