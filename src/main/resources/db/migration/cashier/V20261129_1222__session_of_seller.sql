-- Whoever places an order may have a session open, which makes a sale of it: found without a look at those that are closed.
create index session_of_seller on cashier.session (store_id, opened_by_id, opened_at desc, id desc)
    where status = 'Open';
