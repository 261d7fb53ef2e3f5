package iq.sendy.shop;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ShopWindowOnOldestPostgresTest extends ShopWindowTest {}
