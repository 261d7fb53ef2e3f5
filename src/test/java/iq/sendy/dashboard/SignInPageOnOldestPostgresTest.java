package iq.sendy.dashboard;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class SignInPageOnOldestPostgresTest extends SignInPageTest {}
