package iq.sendy.geography.web;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class AddressReferenceOnOldestPostgresTest extends AddressReferenceTest {}
