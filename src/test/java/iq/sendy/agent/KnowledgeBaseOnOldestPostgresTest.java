package iq.sendy.agent;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class KnowledgeBaseOnOldestPostgresTest extends KnowledgeBaseTest {}
