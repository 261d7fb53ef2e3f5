-- Not every message of a customer asks for an answer: a button that is tapped once more has it right above.
alter table messaging.message add column asks boolean not null default true;
