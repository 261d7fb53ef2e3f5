-- What is unanswered stands at the end of a conversation: each turn of the agent reads back to the last answer.
create index message_by_number on messaging.message (store_id, conversation_id, number);
