-- Each change of a return is told to integrators under a number of its own, so that they can order the events and find gaps.
alter table orders.return_request add column sequence bigint not null default 1 check (sequence > 0);
