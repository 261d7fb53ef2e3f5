package iq.sendy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * The contract's list of operations against what is mapped. {@code operations-served.tsv} lists what is there: a new
 * operation is added to it, and one that vanishes is noticed.
 */
@Scenario
class OperationsTest {

    private static final String NONE = "-";

    @Autowired
    Api api;

    private Map<String, Operation> contract;
    private Map<String, Operation> served;

    /** One method at one door, with the right that opens it; what people need has the prefix {@code store.}. */
    private record Operation(String method, String path, String permission, String scope) {

        String name() {
            return method + " " + path;
        }

        boolean keyDoor() {
            return path.startsWith(Api.KEYS + "/");
        }

        boolean staffDoor() {
            return !keyDoor() && path.startsWith(Api.STAFF + "/");
        }
    }

    @BeforeEach
    void read() {
        contract = lines("operations.tsv").stream()
                .map(line -> line.split("\t", -1))
                .flatMap(columns -> doors(columns).stream())
                .collect(Collectors.toMap(Operation::name, Function.identity(), (a, _) -> a, TreeMap::new));
        served = new TreeMap<>();
        var paths = api.get("/openapi.json").json().get("paths");
        paths.propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(method -> {
                    var operation = new Operation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            text(method.getValue(), "x-sendy-permission"),
                            text(method.getValue(), "x-sendy-scope"));
                    served.put(operation.name(), operation);
                }));
    }

    @Test
    void nothing_is_served_that_the_contract_does_not_name() {
        assertThat(contract.keySet()).containsAll(served.keySet());
    }

    @Test
    void what_is_served_names_the_right_that_the_contract_names() {
        assertThat(served.values())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation).isEqualTo(contract.get(operation.name())));
    }

    @Test
    void what_is_served_at_one_door_of_two_is_served_at_both() {
        for (var operation : served.values()) {
            if (operation.keyDoor()) {
                assertThat(served).containsKey(operation.name().replace(Api.KEYS, Api.STAFF));
            }
            var twin = operation.name().replace(Api.STAFF, Api.KEYS);
            if (operation.staffDoor() && contract.containsKey(twin)) {
                assertThat(served).containsKey(twin);
            }
        }
    }

    @Test
    void no_operation_vanishes_and_a_new_one_is_written_down() {
        assertThat(served.keySet()).containsExactlyElementsOf(new TreeSet<>(lines("operations-served.tsv")));
    }

    @Test
    void each_scope_alone_opens_its_operations_and_no_other() {
        var shop = Shop.opens(api);
        var scopes = contract.values().stream()
                .map(Operation::scope)
                .filter(scope -> !scope.equals(NONE))
                .distinct()
                .toList();
        assertThat(served.values())
                .filteredOn(Operation::keyDoor)
                .noneMatch(operation -> operation.scope().equals(NONE));
        eachRight(
                scopes,
                served.values().stream().filter(Operation::keyDoor).toList(),
                Operation::scope,
                "Missing scope: ",
                held -> api.withKey(shop.mints(held.toArray(String[]::new))));
    }

    @Test
    void each_permission_alone_opens_its_operations_and_no_other() {
        var shop = Shop.opens(api);
        var role = shop.owner().post(Api.STAFF + "/rbac/roles", role(List.of())).data("id");
        var phone = Shop.newPhone();
        var hired = shop.owner()
                .post(
                        Api.STAFF + "/staff",
                        Api.object()
                                .put("fullName", "سارة كريم")
                                .put("phone", phone)
                                .put("roleId", role)
                                .put("password", Shop.PASSWORD));
        assertThat(hired.status()).as(hired.text()).isEqualTo(200);
        var member = api.withToken(
                api.post("/api/v1/auth/login", Api.object().put("phone", phone).put("password", Shop.PASSWORD))
                        .data("accessToken"));
        eachRight(
                permissions(shop),
                served.values().stream().filter(Operation::staffDoor).toList(),
                Operation::permission,
                "Missing permission: ",
                held -> {
                    var changed = shop.owner().put(Api.STAFF + "/rbac/roles/" + role, role(held));
                    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
                    return member;
                });
    }

    /**
     * A right alone opens its operations, and all the others together open none of them, so that no one of those does: to
     * try each right at each operation would take their product.
     */
    private static void eachRight(
            List<String> rights,
            List<Operation> operations,
            Function<Operation, String> rightOf,
            String missing,
            Function<List<String>, Api> holding) {
        assertThat(operations).isNotEmpty().map(rightOf).isSubsetOf(with(rights, NONE));
        for (var right : rights) {
            var alone = holding.apply(List.of(right));
            for (var operation : operations) {
                if (List.of(right, NONE).contains(rightOf.apply(operation))) {
                    opens(operation, right, tries(alone, operation));
                }
            }
            var others = rights.stream().filter(other -> !other.equals(right)).toList();
            var without = holding.apply(others);
            for (var operation : operations) {
                if (rightOf.apply(operation).equals(right)) {
                    refuses(operation, missing + right, tries(without, operation));
                }
            }
        }
    }

    private static List<String> with(List<String> rights, String one) {
        var all = new ArrayList<>(rights);
        all.add(one);
        return all;
    }

    @Test
    void the_operators_doors_open_for_no_owner() {
        var owner = Shop.opens(api).owner();
        for (var operation : served.values()) {
            if (operation.path().startsWith("/api/v1/admin/")) {
                var answer = tries(owner, operation);
                assertThat(answer.status()).as(operation.name()).isEqualTo(403);
                assertThat(answer.faults()).containsExactly("permission.missing");
            }
        }
    }

    /** Through the guard; without a body and with an id that nobody has, the operation itself then refuses. */
    private static void opens(Operation operation, String right, Api.Reply answer) {
        assertThat(answer.status())
                .as(operation.name() + " with " + right + ": " + answer)
                .isNotEqualTo(403)
                .isLessThan(500);
    }

    private static void refuses(Operation operation, String message, Api.Reply answer) {
        var what = operation.name() + " without its right: " + answer;
        assertThat(answer.status()).as(what).isEqualTo(403);
        assertThat(answer.json().get("message").stringValue()).as(what).isEqualTo(message);
    }

    private static Api.Reply tries(Api client, Operation operation) {
        var path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return client.send(operation.method(), path, BodyPublishers.noBody(), false);
    }

    private static List<String> permissions(Shop shop) {
        var names = new ArrayList<String>();
        for (var page = 1; ; page++) {
            var listed = shop.owner()
                    .get(Api.STAFF + "/rbac/permissions?per_page=100&page=" + page)
                    .data();
            listed.get("items").forEach(item -> names.add(item.get("name").stringValue()));
            if (listed.get("nextCursor").isNull()) {
                return names;
            }
        }
    }

    private static Object role(List<String> permissions) {
        var body = Api.object().put("name", "وردية");
        permissions.forEach(body.putArray("permissions")::add);
        return body;
    }

    private static List<Operation> doors(String[] columns) {
        var permission = columns[3].equals(NONE) || columns[0].equals("admin") ? columns[3] : "store." + columns[3];
        var staff = new Operation(columns[1], Api.STAFF + columns[2], permission, NONE);
        return switch (columns[0]) {
            case "both" -> List.of(staff, new Operation(columns[1], Api.KEYS + columns[2], NONE, columns[4]));
            case "jwt" -> List.of(staff);
            default -> List.of(new Operation(columns[1], columns[2], permission, NONE));
        };
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString(NONE);
    }

    private static List<String> lines(String file) {
        try (var stream = Objects.requireNonNull(OperationsTest.class.getResourceAsStream("/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
