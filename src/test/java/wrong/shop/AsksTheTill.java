package wrong.shop;

import wrong.till.AsksTheShop;

/** So each of the two needs the other. */
class AsksTheTill {

    String ask(AsksTheShop till) {
        return till.toString();
    }
}
