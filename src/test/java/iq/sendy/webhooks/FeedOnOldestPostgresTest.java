package iq.sendy.webhooks;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class FeedOnOldestPostgresTest extends FeedTest {}
