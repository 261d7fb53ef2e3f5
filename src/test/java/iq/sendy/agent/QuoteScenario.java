package iq.sendy.agent;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.agent.ChatCustomer.ChatStage;
import iq.sendy.checkout.OpenShop;
import iq.sendy.meta.ChannelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop with roses and vases, and customers who chat with it. */
abstract class QuoteScenario extends AgentScenario {

    @Autowired
    AgentTools tools;

    @Autowired
    AgentQuotes quotes;

    OpenShop shop;

    @BeforeEach
    void open() {
        shop = OpenShop.opens(api).sells("ROSE", 25_000, 5).sells("VASE", 10_000, 5);
        well(shop.shop().owner().put(Api.STAFF + "/settings", Api.object().put("defaultDeliveryFee", 5_000)));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    ChatCustomer customer(ChannelType type) {
        return ChatCustomer.at(new ChatStage(tools, processing, transactions, backstage, clock), shop, type)
                .writes("مرحبا، أريد باقة ورد");
    }

    ChatCustomer customer() {
        return customer(ChannelType.WHATSAPP);
    }

    long left(String sku) {
        return shop.left(sku);
    }
}
