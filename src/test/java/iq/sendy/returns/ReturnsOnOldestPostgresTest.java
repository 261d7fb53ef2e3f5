package iq.sendy.returns;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ReturnsOnOldestPostgresTest extends ReturnsTest {}
