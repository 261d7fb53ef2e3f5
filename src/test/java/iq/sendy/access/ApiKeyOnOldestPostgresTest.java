package iq.sendy.access;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ApiKeyOnOldestPostgresTest extends ApiKeyTest {}
