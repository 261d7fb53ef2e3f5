package iq.sendy.analytics;

/** Figures of some orders: how many there are of each kind, and their money. They are added up, and taken away again. */
public record SalesFigures(SalesCounts counts, SalesMoney money) {

    public static final SalesFigures NONE = new SalesFigures(SalesCounts.NONE, SalesMoney.NONE);

    public SalesFigures plus(SalesFigures more) {
        return new SalesFigures(counts.plus(more.counts), money.plus(more.money));
    }

    public SalesFigures minus(SalesFigures less) {
        return new SalesFigures(counts.plus(less.counts.negated()), money.plus(less.money.negated()));
    }
}
