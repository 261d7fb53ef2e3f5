-- When a person answered last, however long the agent has had the conversation since.
create index message_of_people on messaging.message (store_id, conversation_id, created_at)
    where author_kind in ('Staff', 'NativeApp');
