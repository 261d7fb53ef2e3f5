-- A delivery of many items is read in parts, each in a transaction of its own: how many had their turn so far.
alter table messaging.inbound_delivery
    add column items_read integer not null default 0 check (items_read >= 0);
