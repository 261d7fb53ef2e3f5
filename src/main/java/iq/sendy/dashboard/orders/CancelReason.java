package iq.sendy.dashboard.orders;

import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Why an order is cancelled: a question of its own, since nothing leads back.
 *
 * @param text null where nobody says
 */
record CancelReason(PageForm form, @Nullable String text) {

    private record CancelDraft(@Text(Text.REASON) @Nullable String reason) {}

    static CancelReason read(Map<String, String[]> sent, Caller caller, PageReader reader) {
        var bound = FormBinder.bind(CancelDraft.class, sent, caller.currency());
        var form = reader.refused(sent, bound.problems().faults());
        return new CancelReason(form, bound.value().reason());
    }

    /**
     * The page that asks.
     *
     * @param action where the answer is sent
     * @param back where else one may go
     */
    ModelAndView asked(OrderView order, String action, String back) {
        return new ModelAndView(
                "dashboard/orders/cancel",
                Map.of("order", order, "form", form, "action", action, "back", back),
                form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }
}
