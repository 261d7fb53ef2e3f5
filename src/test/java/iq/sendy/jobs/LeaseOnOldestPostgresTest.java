package iq.sendy.jobs;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class LeaseOnOldestPostgresTest extends LeaseTest {}
