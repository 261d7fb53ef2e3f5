package iq.sendy.shop.web;

import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Violation;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.shop.CartView;
import iq.sendy.shop.ShopCarts;
import iq.sendy.storefront.OpenStorefront;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Pages of a checkout: the form as it was typed, what it costs by now, and what is wrong. */
@Component
class CheckoutPages {

    private static final String VIEW = "shop/checkout";

    private final ShopCarts shopCarts;
    private final Geography geography;
    private final CheckoutFaults faults;
    private final ShopWords words;
    private final BasketMessage basketMessage;

    CheckoutPages(
            ShopCarts shopCarts,
            Geography geography,
            CheckoutFaults faults,
            ShopWords words,
            BasketMessage basketMessage) {
        this.shopCarts = shopCarts;
        this.geography = geography;
        this.faults = faults;
        this.words = words;
        this.basketMessage = basketMessage;
    }

    /** Whose form it is, what was typed, and in which language the page speaks. */
    record Asked(OpenStorefront shop, ShopLinks links, CheckoutForm form, Locale language) {}

    /** A place to choose. */
    record Choice(String value, String name) {}

    ModelAndView shown(Asked asked) {
        return page(asked, view(asked), List.of(), HttpStatus.OK);
    }

    ModelAndView faulty(Asked asked, List<Violation> violations, HttpStatusCode status) {
        var cart = view(asked);
        var sent = new CheckoutFaults.SentForm(asked.shop(), asked.form(), cart, asked.language());
        return page(asked, cart, faults.of(sent, violations), status);
    }

    /** The sum is another than the one that was agreed to. */
    ModelAndView changed(Asked asked, long total) {
        var said = new CheckoutFault("sums", faults.changed(asked.shop(), total, asked.language()));
        return page(asked, view(asked), List.of(said), HttpStatus.CONFLICT);
    }

    ModelAndView refused(Asked asked) {
        var said = new CheckoutFault("", words.say(asked.language(), "checkout.refused"));
        return page(asked, view(asked), List.of(said), HttpStatus.CONFLICT);
    }

    /** Something filled in the field that no person sees; it is empty now, and whoever it was may send the rest again. */
    ModelAndView again(Asked asked) {
        var emptied = new Asked(asked.shop(), asked.links(), asked.form().without("website"), asked.language());
        var said = new CheckoutFault("", words.say(asked.language(), "checkout.again"));
        return page(emptied, view(emptied), List.of(said), HttpStatus.BAD_REQUEST);
    }

    ModelAndView tooMany(Asked asked, String seconds) {
        var said = new CheckoutFault("", words.say(asked.language(), "checkout.wait", seconds));
        return page(asked, view(asked), List.of(said), HttpStatus.TOO_MANY_REQUESTS);
    }

    /** Asks for the code that is on its way to a phone; one that was typed before is no longer good. */
    ModelAndView codeSent(Asked asked, Phone phone) {
        var again = new Asked(asked.shop(), asked.links(), asked.form().without("otp"), asked.language());
        return proof(page(again, view(again), List.of(), HttpStatus.OK), phone);
    }

    ModelAndView codeSentBefore(Asked asked, Phone phone, String seconds) {
        var page = proof(page(asked, view(asked), List.of(), HttpStatus.OK), phone);
        return page.addObject("wait", words.say(asked.language(), "checkout.wait", seconds));
    }

    private static ModelAndView proof(ModelAndView page, Phone phone) {
        return page.addObject("proof", phone);
    }

    private CartView view(Asked asked) {
        return shopCarts.view(asked.shop(), asked.form().cart(), asked.form().wishes(geography));
    }

    private ModelAndView page(Asked asked, CartView cart, List<CheckoutFault> found, HttpStatusCode status) {
        var form = asked.form();
        var model = new HashMap<String, Object>();
        model.put("shop", asked.shop());
        model.put("links", asked.links());
        model.put("typed", form);
        model.put("cart", cart);
        model.put("faults", found);
        model.put("wrong", wrong(found));
        var tag = asked.language().getLanguage();
        var province = geography.province(form.get("province"));
        model.put("provinces", provinces(tag));
        model.put("areas", province.map(within -> areas(within, tag)).orElse(List.of()));
        lost(cart)
                .ifPresent(lost -> model.put(
                        "codeLost", faults.code(asked.shop(), form.get("code"), lost.reason(), asked.language())));
        held(cart).ifPresent(held -> model.put("codeHeld", held.amount()));
        var chat = basketMessage.link(asked.shop(), asked.links(), cart, asked.language());
        if (chat != null) {
            model.put("chat", chat);
        }
        if (!form.get("otp").isBlank()) {
            form.phone().ifPresent(phone -> model.put("proof", phone));
        }
        return new ModelAndView(VIEW, model, status);
    }

    private static Map<String, String> wrong(List<CheckoutFault> found) {
        var wrong = new HashMap<String, String>();
        found.forEach(fault -> wrong.put(fault.field(), fault.text()));
        return wrong;
    }

    private List<Choice> provinces(String tag) {
        return geography.provinces().stream()
                .map(each -> new Choice(each.code(), each.names().in(tag)))
                .toList();
    }

    private List<Choice> areas(Province province, String tag) {
        return geography.areas(province).stream()
                .map(each -> new Choice(each.id().toString(), each.names().in(tag)))
                .toList();
    }

    private static Optional<PricedBasket.LostDiscount> lost(CartView cart) {
        var priced = cart.priced();
        return (priced == null ? Stream.<PricedBasket.LostDiscount>of() : priced.lost().stream())
                .filter(each -> each.kind().equals(PricedBasket.CODE))
                .findFirst();
    }

    private static Optional<PricedBasket.Applied> held(CartView cart) {
        return Optional.ofNullable(cart.priced()).flatMap(priced -> Optional.ofNullable(priced.code()));
    }
}
