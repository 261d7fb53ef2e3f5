package iq.sendy.purchasing;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ReceiptsOnOldestPostgresTest extends ReceiptsTest {}
