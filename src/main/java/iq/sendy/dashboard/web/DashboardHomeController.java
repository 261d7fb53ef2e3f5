package iq.sendy.dashboard.web;

import iq.sendy.access.Roles;
import iq.sendy.accounts.Accounts;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.stores.Stores;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in. */
@PageController
class DashboardHomeController {

    private final Accounts accounts;
    private final Roles roles;
    private final Stores stores;

    DashboardHomeController(Accounts accounts, Roles roles, Stores stores) {
        this.accounts = accounts;
        this.roles = roles;
        this.stores = stores;
    }

    @GetMapping(DashboardPaths.HOME)
    @Allows(permission = Allows.SIGNED_IN)
    String show(Caller caller, Model model) {
        model.addAttribute("store", stores.find(caller.store()).orElse(null));
        model.addAttribute("billing", caller.missing("subscription.view", "settings:read") == null);
        accounts.find(caller.store(), caller.id()).ifPresent(member -> {
            model.addAttribute("member", member);
            if (member.roleId() != null) {
                roles.find(caller.store(), member.roleId())
                        .ifPresent(role -> model.addAttribute("roleName", role.name()));
            }
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
