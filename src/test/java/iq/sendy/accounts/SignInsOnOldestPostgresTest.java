package iq.sendy.accounts;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class SignInsOnOldestPostgresTest extends SignInsTest {}
