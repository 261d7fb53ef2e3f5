package iq.sendy.shop;

import iq.sendy.checkout.ShopCheckout;
import iq.sendy.checkout.ShopOrders;
import iq.sendy.storefront.OpenStorefront;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Checkouts of people who look at a page: nobody is charged what they were not shown. */
@Service
public class ShopCheckouts {

    private final ShopOrders shopOrders;

    ShopCheckouts(ShopOrders shopOrders) {
        this.shopOrders = shopOrders;
    }

    /** Places it, and takes it back when its total turns out to be another: what was placed before stays as it is. */
    @Transactional
    public AgreedCheckout.Result place(OpenStorefront shop, AgreedCheckout command) {
        var answer = shopOrders.place(shop, command.bound(), command.visit());
        if (answer instanceof ShopCheckout.Result.Placed(var order, var duplicate)
                && !duplicate
                && !Long.valueOf(order.money().total()).equals(command.shown())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new AgreedCheckout.Result.TotalChanged(order.money().total());
        }
        return new AgreedCheckout.Result.Answered(answer);
    }
}
