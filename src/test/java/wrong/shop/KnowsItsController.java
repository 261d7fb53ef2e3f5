package wrong.shop;

import wrong.shop.web.OpenToAll;

class KnowsItsController {

    OpenToAll controller() {
        return new OpenToAll();
    }
}
