package iq.sendy.platform.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Operations of those who run the platform: an operator's token alone opens them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@RequestMapping(path = OperatorController.OPERATOR_DOOR)
public @interface OperatorController {

    String OPERATOR_DOOR = "/api/v1/admin";
}
