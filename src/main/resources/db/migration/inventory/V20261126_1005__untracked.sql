-- Products of which the shop said that orders take no stock: they never become few. What the catalogue says of a product is
-- told with each change that matters here, so rows from before are put right by their next one.
alter table inventory.product add column untracked boolean not null default false;
