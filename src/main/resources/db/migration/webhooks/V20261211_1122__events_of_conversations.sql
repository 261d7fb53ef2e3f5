-- Who erases a contact empties what was told of their conversations, and holds them meanwhile.
create index event_of_conversation on webhooks.event (store_id, resource_id) where resource_type = 'conversation';
