package wrong.shop.store;

import wrong.shop.Everything;

class StoreThatCallsItsDoor {

    String name(Everything door) {
        return door.toString();
    }
}
