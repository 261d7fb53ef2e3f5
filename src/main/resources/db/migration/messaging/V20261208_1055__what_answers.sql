-- Not every message that was sent answers the customer: who is told that a person will write still waits for one.
alter table messaging.message add column answers boolean not null default true;
