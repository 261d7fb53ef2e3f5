-- What is removed with a conversation is found by it.
create index attempt_by_conversation on messaging.outbound_attempt (store_id, conversation_id);
