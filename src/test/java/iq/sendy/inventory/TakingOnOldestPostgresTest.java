package iq.sendy.inventory;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class TakingOnOldestPostgresTest extends TakingTest {}
