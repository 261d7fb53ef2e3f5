-- How many slugs lead to a store is asked when it wants one more.
create index slug_of_store on stores.slug (store_id);
