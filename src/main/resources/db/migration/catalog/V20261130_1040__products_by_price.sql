-- Visitors of shops sort by price; what has none, is inactive or archived is not on display where this is asked.
create index product_by_price on catalog.product (store_id, price, id)
    where archived_at is null and is_active and price is not null;
