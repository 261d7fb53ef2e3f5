package wrong.shop;

import wrong.cart.Basket;

class AsksTheCart {

    Basket basket() {
        return new Basket();
    }
}
