-- Returns are a module of their own, and so their tables stand in a schema of their own. No key leads from one schema into
-- another; the code locks the order before it makes or moves a return of it, and orders never go away.
create schema if not exists returns;
grant usage on schema returns to ${runtime};
alter table orders.return_request drop constraint return_request_store_id_order_id_fkey;
alter table orders.return_item drop constraint return_item_store_id_order_line_id_fkey;
drop index orders.return_item_by_line;
alter table orders.return_request set schema returns;
alter table orders.return_item set schema returns;

-- What a process of the release before asks for while both run; a release later they can go. As views of whoever asks, they
-- are behind the same wall.
create view orders.return_request with (security_invoker = true) as select * from returns.return_request;
create view orders.return_item with (security_invoker = true) as select * from returns.return_item;
grant select, insert, update on orders.return_request, orders.return_item to ${runtime};
