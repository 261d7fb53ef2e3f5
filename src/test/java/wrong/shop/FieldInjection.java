package wrong.shop;

import org.springframework.beans.factory.annotation.Autowired;

class FieldInjection {

    @Autowired
    Object given;
}
