-- What is sent in the place of what the conversation shows, where that hides a secret from the store's people: sealed, read by
-- whoever sends it, and gone once the attempt is settled.
alter table messaging.outbound_attempt add column secret_text bytea;
