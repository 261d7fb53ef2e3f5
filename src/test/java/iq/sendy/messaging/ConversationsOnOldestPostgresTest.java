package iq.sendy.messaging;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ConversationsOnOldestPostgresTest extends ConversationsTest {}
