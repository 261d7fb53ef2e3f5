package iq.sendy.platform.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Refusal: a case of a sealed result that the API answers with the error response {@link RefusedWith} declares on it. */
public interface Refusal {

    /** What is wrong, as it is declared; a case that knows more than its name says it here. */
    default List<Violation> violations() {
        var declared = declared();
        var code = declared.code()[0];
        var field = declared.field().isEmpty() ? null : declared.field();
        return List.of(new Violation(field, code, code, List.of(), Map.of()));
    }

    /** The error response of this case. */
    default RefusedWith declared() {
        return declared(getClass()).getFirst();
    }

    /** The error codes of an error response. */
    static List<String> codes(RefusedWith declared) {
        var codes = new ArrayList<>(List.of(declared.code()));
        for (var errors : declared.codesOf()) {
            for (var error : errors.getEnumConstants()) {
                codes.add(error.code());
            }
        }
        return codes;
    }

    /** The error responses of a case, of all cases of a sealed result, or of a request that is checked beyond its types. */
    static List<RefusedWith> declared(Class<?> type) {
        var own = type.getAnnotation(RefusedWith.class);
        if (own != null) {
            return List.of(own);
        }
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(Refusal::declared)
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }
}
