package iq.sendy.cashier.store;

import iq.sendy.cashier.CashMovement;
import iq.sendy.cashier.CashMovementType;
import iq.sendy.cashier.CashierSession;
import iq.sendy.cashier.DrawerTotals;
import iq.sendy.cashier.SessionActor;
import iq.sendy.cashier.SessionReport;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the cashier's tables as records. */
final class DrawerRows {

    /** What is made by the statement is read as it was made. */
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TypeReference<List<DrawerTotals.MethodTotal>> SALES = new TypeReference<>() {};
    private static final TypeReference<List<MovementRow>> MOVEMENTS = new TypeReference<>() {};

    private record MovementRow(
            UUID id, String type, long amount, String reason, SessionActor actor, Instant createdAt) {

        CashMovement movement() {
            return new CashMovement(id, WireWord.of(CashMovementType.class, type), amount, reason, actor, createdAt);
        }
    }

    private DrawerRows() {}

    static CashierSession session(ResultSet row, int index) throws SQLException {
        return new CashierSession(
                row.getObject("id", UUID.class),
                row.getString("register_name"),
                Currency.valueOf(row.getString("currency")),
                new CashierSession.OpeningCount(
                        Sql.instant(row, "opened_at"), actor(row, "opened_by"), row.getLong("opening_cash")),
                row.getObject("closed_at") == null ? null : closing(row));
    }

    private static CashierSession.ClosingCount closing(ResultSet row) throws SQLException {
        return new CashierSession.ClosingCount(
                Sql.instant(row, "closed_at"),
                actor(row, "closed_by"),
                row.getLong("closing_cash"),
                row.getLong("expected_cash"),
                row.getLong("z_number"),
                row.getString("notes"));
    }

    private static SessionActor actor(ResultSet row, String prefix) throws SQLException {
        return new SessionActor(
                row.getString(prefix + "_kind"),
                row.getObject(prefix + "_id", UUID.class),
                row.getString(prefix + "_name"));
    }

    static SessionReport report(ResultSet row, int index) throws SQLException {
        return new SessionReport(
                session(row, index),
                new DrawerTotals(
                        read(row.getString("sales"), SALES),
                        row.getLong("late"),
                        row.getLong("taken"),
                        row.getLong("change"),
                        row.getLong("rounding"),
                        row.getLong("shortfall"),
                        row.getLong("refunds"),
                        row.getLong("pay_ins"),
                        row.getLong("pay_outs")),
                read(row.getString("movements"), MOVEMENTS).stream()
                        .map(MovementRow::movement)
                        .toList());
    }

    private static <T> List<T> read(@Nullable String json, TypeReference<List<T>> type) {
        return json == null ? List.of() : JSON.readValue(json, type);
    }
}
