-- Of a person who is erased, events say that something happened and no more.
grant update (body) on webhooks.event to ${runtime};
