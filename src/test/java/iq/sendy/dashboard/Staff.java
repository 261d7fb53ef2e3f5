package iq.sendy.dashboard;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Visitor;

/** Members of a shop's staff, as visitors. */
final class Staff {

    private Staff() {}

    /** One who may do this alone, signed in. */
    static Visitor of(Api api, Shop shop, String... permissions) {
        var phone = Shop.newPhone();
        var role = Api.object().put("name", "role " + phone);
        var list = role.putArray("permissions");
        for (var permission : permissions) {
            list.add(permission);
        }
        var roleId = well(shop.owner().post(Api.STAFF + "/rbac/roles", role)).data("id");
        well(shop.owner()
                .post(
                        Api.STAFF + "/staff",
                        Api.object()
                                .put("fullName", "سارة كريم")
                                .put("phone", phone)
                                .put("roleId", roleId)
                                .put("password", Shop.PASSWORD)));
        var member = new Visitor(api.base(), "ar");
        var in = member.signsIn(phone, Shop.PASSWORD);
        if (in.status() != 303) {
            throw new AssertionError("The member could not sign in: " + in);
        }
        return member;
    }
}
