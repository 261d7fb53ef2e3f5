package iq.sendy.dashboard.web;

import iq.sendy.identity.Identities;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in. */
@PageController
class DashboardHomeController {

    private final Identities identities;

    DashboardHomeController(Identities identities) {
        this.identities = identities;
    }

    @GetMapping(DashboardArea.HOME)
    @Allows(permission = Allows.SIGNED_IN)
    String show(Caller caller, Model model) {
        model.addAttribute("store", identities.storeOf(caller.store()).orElse(null));
        identities.member(caller.store(), caller.id()).ifPresent(member -> {
            model.addAttribute("member", member);
            model.addAttribute("phone", nationally(member.phone()));
        });
        return "dashboard/home";
    }

    /** As people dial it: {@code 0770 123 4567}. */
    private static String nationally(String phone) {
        var digits = "0" + phone.substring(3);
        return digits.substring(0, 4) + " " + digits.substring(4, 7) + " " + digits.substring(7);
    }
}
