package iq.sendy.printing;

import iq.sendy.cashier.CashMovement;
import iq.sendy.cashier.CashMovementType;
import iq.sendy.cashier.CashierSession;
import iq.sendy.cashier.DrawerTotals.MethodTotal;
import iq.sendy.cashier.SessionActor;
import iq.sendy.cashier.SessionReport;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.printing.paper.Paper;
import iq.sendy.printing.paper.Printable;
import iq.sendy.printing.paper.Style;
import iq.sendy.stores.StoreSettings;
import java.time.Instant;
import java.util.List;

/**
 * What an X or Z report of 80 millimetres shows: what was sold, and how what must be in the drawer comes about. It adds
 * nothing up itself.
 */
final class ReportPaper {

    private static final float WIDTH = 80;

    /** What printers of this width leave free on each side, and a little for letters that reach out of their line. */
    private static final float MARGIN = 4.7f;

    private static final int MOST_LINES = 6;
    private static final Style SMALL = Style.of(8.5f);
    private static final Style NORMAL = Style.of(9.5f);
    private static final Style STRONG = Style.of(11).strong();

    private final String storeName;
    private final StoreSettings settings;
    private final SessionReport report;
    private final Instant now;
    private final Currency currency;
    private final PaperWords words;
    private final Paper paper;

    ReportPaper(String storeName, StoreSettings settings, SessionReport report, Instant now) {
        this.storeName = storeName;
        this.settings = settings;
        this.report = report;
        this.now = now;
        this.currency = report.session().currency();
        this.words = new PaperWords(settings.language());
        this.paper = Paper.strip(words.direction(), WIDTH, MARGIN);
    }

    @ComputeBound
    Paper paper() {
        head();
        sales();
        drawer();
        movements();
        foot();
        return paper;
    }

    private void head() {
        var session = report.session();
        add(Printable.foreign(storeName), Style.of(15).strong().centred());
        var closing = session.closing();
        if (closing == null) {
            add(words.text("report.x"), Style.of(13).strong().centred());
        } else {
            var number = Printable.leftToRight("#" + closing.zNumber());
            add(words.text("report.z") + " " + number, Style.of(13).strong().centred());
        }
        paper.add(paper.rule());
        pair("register", register(session.registerName()), NORMAL.strong());
        at("opened", session.opening().at(), session.opening().by());
        if (closing != null) {
            at("closed", closing.at(), closing.by());
        }
        paper.add(paper.rule());
    }

    private String register(String name) {
        return name.equals(CashierSession.DEFAULT_REGISTER) ? words.text("register.main") : Printable.foreign(name);
    }

    private void at(String key, Instant instant, SessionActor by) {
        pair(key, PaperWords.time(instant, settings.zone()), NORMAL);
        if (by.name() != null) {
            pair("by", Printable.foreign(by.name()), SMALL);
        }
    }

    private void sales() {
        var drawer = report.drawer();
        pair("sales", PaperWords.count(drawer.salesCount()), STRONG);
        for (var method : drawer.sales()) {
            var count = PaperWords.count(method.count());
            paper.add(paper.pair(
                    words.text("payment." + method.method()) + " (" + count + ")", money(method.amount()), NORMAL));
        }
        var total = drawer.sales().stream().mapToLong(MethodTotal::amount).sum();
        pair("total", money(total), STRONG);
        some("rounding", drawer.cashRounding());
        some("shortfall", -drawer.cashShortfall());
        if (drawer.lateSales() > 0) {
            pair("lateSales", PaperWords.count(drawer.lateSales()), NORMAL);
        }
        paper.add(paper.rule());
    }

    private void drawer() {
        var session = report.session();
        var drawer = report.drawer();
        pair("openingCash", money(session.opening().cash()), NORMAL);
        pair("cashTaken", money(drawer.cashTaken()), NORMAL);
        pair("change", money(-drawer.change()), NORMAL);
        some("cashRefunds", -drawer.cashRefunds());
        some("payIns", drawer.payIns());
        some("payOuts", -drawer.payOuts());
        pair("expectedCash", money(report.expectedCash()), STRONG);
        var closing = session.closing();
        if (closing != null) {
            paper.add(paper.space(2));
            paper.add(paper.framed(List.of(
                    paper.pair(words.text("closingCash"), money(closing.cash()), STRONG),
                    paper.pair(words.text("difference"), money(closing.difference()), STRONG))));
        }
    }

    private void movements() {
        if (report.movements().isEmpty()) {
            return;
        }
        paper.add(paper.rule());
        report.movements().forEach(this::movement);
    }

    private void movement(CashMovement movement) {
        var out = movement.type() == CashMovementType.PAY_OUT;
        paper.add(paper.pair(
                PaperWords.time(movement.createdAt(), settings.zone()),
                money(out ? -movement.amount() : movement.amount()),
                NORMAL));
        add(Printable.foreign(movement.reason()), SMALL.lines(MOST_LINES));
    }

    private void foot() {
        var closing = report.session().closing();
        if (closing != null && closing.notes() != null) {
            paper.add(paper.rule());
            add(words.text("notes") + ": " + Printable.foreign(closing.notes()), SMALL.lines(MOST_LINES));
        }
        paper.add(paper.rule());
        add(words.text("printed") + ": " + PaperWords.time(now, settings.zone()), SMALL.centred());
    }

    private String money(long amount) {
        return words.money(amount, currency);
    }

    private void some(String key, long amount) {
        if (amount != 0) {
            pair(key, money(amount), NORMAL);
        }
    }

    private void add(String text, Style style) {
        paper.add(paper.text(text, style));
    }

    private void pair(String key, String value, Style style) {
        paper.add(paper.pair(words.text(key), value, style));
    }
}
