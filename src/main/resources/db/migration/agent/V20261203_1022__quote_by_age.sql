-- What came to nothing is forgotten by its age.
create index quote_by_age on agent.quote (store_id, created_at) where state <> 'Ordered';
