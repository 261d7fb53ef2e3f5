package iq.sendy.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Two doors, one house: what is written once is served to people with a token and to machines with a key. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@RequestMapping(path = {StoreController.STAFF_DOOR, StoreController.KEY_DOOR})
public @interface StoreController {

    String STAFF_DOOR = "/api/v1/store";
    String KEY_DOOR = "/api/v1/store/integrations";
}
