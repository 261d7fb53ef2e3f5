package iq.sendy.demo;

import iq.sendy.access.ApiKeys;
import iq.sendy.access.CreateApiKey;
import iq.sendy.access.Grantor;
import iq.sendy.access.Permission;
import iq.sendy.access.Roles;
import iq.sendy.access.SaveRole;
import iq.sendy.access.SaveStaffMember;
import iq.sendy.access.Scope;
import iq.sendy.access.StaffMembers;
import iq.sendy.accounts.MemberView;
import iq.sendy.accounts.Passwords;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.PublicIds;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The people of the demo's store, and the key of its website, which may do all that a key can. */
@Component
class DemoTeam {

    private static final List<String> OF_THE_PHONES = List.of(
            "store.orders.view",
            "store.orders.manage",
            "store.returns.view",
            "store.returns.manage",
            "store.customers.view",
            "store.conversations.view",
            "store.conversations.manage");
    private static final List<String> OF_THE_COUNTER = List.of(
            "store.orders.view",
            "store.orders.manage",
            "store.cashier.view",
            "store.cashier.manage",
            "store.inventory.view");

    private final Roles roles;
    private final StaffMembers staff;
    private final Passwords passwords;
    private final ApiKeys apiKeys;
    private final PublicIds words;

    DemoTeam(Roles roles, StaffMembers staff, Passwords passwords, ApiKeys apiKeys, PublicIds words) {
        this.roles = roles;
        this.staff = staff;
        this.passwords = passwords;
        this.apiKeys = apiKeys;
        this.words = words;
    }

    /**
     * Who works in the shop.
     *
     * @param key the website's whole key, which is shown once
     */
    record Team(Actor owner, Actor caller, Actor seller, Actor website, String key) {

        @Override
        public String toString() {
            return "the team of " + owner.name();
        }
    }

    Team hire(StoreId store, MemberView ownerMember) {
        var owner = actor(ownerMember.id(), ownerMember.fullName());
        var grantor = new Grantor(store, owner, new HashSet<>(Permission.names()));
        var caller = hired(grantor, "خدمة الزبائن", OF_THE_PHONES, "سارة كاظم", "07700000001");
        var seller = hired(grantor, "البيع والتجهيز", OF_THE_COUNTER, "حيدر الساعدي", "07700000002");
        var scopes = Scope.every().stream().map(Scope::name).toList();
        var created = apiKeys.create(new CreateApiKey(store, owner, "موقع فلورا", scopes));
        var website = new Actor("key", created.key().id(), created.key().name(), null);
        return new Team(owner, caller, seller, website, created.apiKey());
    }

    /** Nobody knows the password; the owner sets another one for who is to try it. */
    private Actor hired(Grantor by, String roleName, List<String> permissions, String name, String written) {
        var phone = Phone.parse(written).orElseThrow();
        var hash = Objects.requireNonNull(passwords.hashUnlessWeak("flora" + words.next() + words.next(), phone));
        if (roles.save(new SaveRole(by, null, roleName, permissions)) instanceof SaveRole.Saved(var role)
                && staff.save(new SaveStaffMember(by, null, name, phone, role.id(), hash, true))
                        instanceof SaveStaffMember.Saved(var member)) {
            return actor(member.id(), member.fullName());
        }
        // An operator's plan may have no room for staff: then the owner does it all.
        return by.actor();
    }

    private static Actor actor(UUID id, String name) {
        return new Actor("user", id, name, null);
    }
}
