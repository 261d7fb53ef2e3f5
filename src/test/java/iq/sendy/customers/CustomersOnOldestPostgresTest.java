package iq.sendy.customers;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class CustomersOnOldestPostgresTest extends CustomersTest {}
