package iq.sendy.demo;

import iq.sendy.finance.ExpenseType;
import iq.sendy.finance.Expenses;
import iq.sendy.finance.SaveExpense;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.body.Patch;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the demo's store spends in a month, beside its goods. */
@Component
class DemoExpenses implements DemoScene {

    private static final LocalTime BOOKED = LocalTime.of(12, 15);

    /** An expense of the demo, so many days ago. */
    private record DemoExpense(int daysAgo, String name, long amount, ExpenseType type, String category) {}

    private static final List<DemoExpense> MONTH = List.of(
            new DemoExpense(30, "إيجار المحل", 850_000, ExpenseType.FIXED, "إيجار"),
            new DemoExpense(29, "اشتراك المولدة (10 أمبير)", 120_000, ExpenseType.FIXED, "كهرباء"),
            new DemoExpense(28, "لوحة جديدة للواجهة", 275_000, ExpenseType.ONE_TIME, "تجهيزات"),
            new DemoExpense(26, "تغليف وشرائط", 90_000, ExpenseType.VARIABLE, "تغليف"),
            new DemoExpense(24, "إعلان ممول على إنستغرام", 65_000, ExpenseType.VARIABLE, "إعلانات"),
            new DemoExpense(21, "وقود سيارة التوصيل", 40_000, ExpenseType.VARIABLE, "نقل"),
            new DemoExpense(17, "إعلان ممول على إنستغرام", 65_000, ExpenseType.VARIABLE, "إعلانات"),
            new DemoExpense(14, "صيانة ثلاجة الورد", 110_000, ExpenseType.ONE_TIME, "صيانة"),
            new DemoExpense(13, "تغليف وشرائط", 75_000, ExpenseType.VARIABLE, "تغليف"),
            new DemoExpense(10, "وقود سيارة التوصيل", 40_000, ExpenseType.VARIABLE, "نقل"),
            new DemoExpense(7, "خط الإنترنت", 45_000, ExpenseType.FIXED, "اتصالات"),
            new DemoExpense(5, "إعلان ممول على إنستغرام", 80_000, ExpenseType.VARIABLE, "إعلانات"),
            new DemoExpense(3, "وقود سيارة التوصيل", 45_000, ExpenseType.VARIABLE, "نقل"),
            new DemoExpense(2, "أجور سارة", 600_000, ExpenseType.FIXED, "أجور"),
            new DemoExpense(2, "أجور حيدر", 650_000, ExpenseType.FIXED, "أجور"));

    private final Expenses expenses;

    DemoExpenses(Expenses expenses) {
        this.expenses = expenses;
    }

    @Override
    public void plan(DemoShop shop) {
        for (var each : MONTH) {
            var at = DemoShop.at(shop.today().minusDays(each.daysAgo()), BOOKED);
            shop.simulation()
                    .plan(at, () -> expenses.book(shop.store(), shop.team().owner(), Currency.IQD, command(each, at)));
        }
    }

    private static SaveExpense command(DemoExpense each, Instant at) {
        return new SaveExpense(
                Patch.of(each.name()),
                Patch.of(each.amount()),
                Patch.of(each.type()),
                Patch.of(each.category()),
                Patch.of(at),
                Patch.leftOut(),
                Patch.leftOut());
    }
}
