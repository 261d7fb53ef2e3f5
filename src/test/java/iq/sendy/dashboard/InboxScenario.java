package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.World.Backstage;
import iq.sendy.messaging.InboundProcessing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A shop whose customers write, with its owner at the inbox. */
@Scenario
abstract class InboxScenario {

    static final String INBOX = "/app/inbox";

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

    Shop shop;
    CustomerChat chat;
    Visitor owner;
    String phone;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        chat = new CustomerChat(shop, new CustomerChat.Stage(backstage, processing, transactions));
        owner = Visitor.of(api, shop);
        phone = CustomerChat.newPhone();
    }

    static String at(String conversation) {
        return INBOX + "/" + conversation;
    }

    /** What the composer of a page sends with a text. */
    static Map<String, String> reply(Visitor.Shown page, String text) {
        var composer = page.text().substring(page.text().indexOf("class=\"composer\""));
        var form = new HashMap<String, String>();
        for (var name : List.of("nonce", "seen", "tab")) {
            form.put(name, composer.replaceAll("(?s).*?name=\"" + name + "\" value=\"([^\"]*)\".*", "$1"));
        }
        form.put("_csrf", page.token());
        form.put("text", text);
        return form;
    }

    Visitor.Shown steps(String conversation, String step, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(at(conversation)).token());
        return owner.sends(at(conversation) + "/" + step, form);
    }

    /** A colleague with these rights, signed in. */
    Visitor hires(String name, String... permissions) {
        var role = Api.object().put("name", "role " + UUID.randomUUID());
        List.of(permissions).forEach(role.putArray("permissions")::add);
        var made = well(shop.owner().post(Api.STAFF + "/rbac/roles", role)).data("id");
        var number = Shop.newPhone();
        well(shop.owner()
                .post(
                        Api.STAFF + "/staff",
                        Api.object()
                                .put("fullName", name)
                                .put("phone", number)
                                .put("roleId", made)
                                .put("password", Shop.PASSWORD)));
        var colleague = new Visitor(api.base(), "ar");
        assertThat(colleague.signsIn(number, Shop.PASSWORD).status()).isEqualTo(303);
        return colleague;
    }
}
