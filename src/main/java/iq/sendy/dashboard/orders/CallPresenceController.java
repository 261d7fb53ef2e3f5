package iq.sendy.dashboard.orders;

import iq.sendy.accounts.PresenceDesk;
import iq.sendy.dashboard.PresencePage;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says that somebody still has an order open at the desk, and who else has. */
@PageController
class CallPresenceController {

    private final OrderPage page;
    private final PresencePage presence;

    CallPresenceController(OrderPage page, PresencePage presence) {
        this.page = page;
        this.presence = presence;
    }

    @PostMapping(CallController.DESK + "/{order}/presence")
    @Allows(permission = "orders.manage")
    ModelAndView keep(@PathVariable("order") UUID order, HttpServletRequest request, Caller caller) {
        page.find(caller, OrderPage.ref(order.toString()));
        return presence.kept(PresenceDesk.CONFIRMATION, order, request, caller);
    }
}
