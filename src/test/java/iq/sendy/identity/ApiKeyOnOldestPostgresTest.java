package iq.sendy.identity;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ApiKeyOnOldestPostgresTest extends ApiKeyTest {}
