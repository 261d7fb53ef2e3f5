package wrong.shop.web;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.StoreController;
import org.springframework.web.bind.annotation.GetMapping;

@StoreController
public class OpenToAll {

    @GetMapping("/everything")
    Answer<String> everything() {
        return Answer.notFound();
    }
}
