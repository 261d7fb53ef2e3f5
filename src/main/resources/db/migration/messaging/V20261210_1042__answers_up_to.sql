-- The newest message that an answer is for, where it was written before it is sent: who wrote behind that waits on.
alter table messaging.message add column answers_up_to uuid;
