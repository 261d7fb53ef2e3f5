package wrong.shop.store;

import wrong.shop.SecondDoor;

class StoreThatCallsItsDoor {

    String name(SecondDoor door) {
        return door.toString();
    }
}
