package iq.sendy.apidocs;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.AllowsBuyer;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.CachedResponse;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.BodyResolver;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.RawBody;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.idempotency.IdempotencyStore;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** One method at one path, as its declarations describe it. */
record ApiOperation(String method, String path, HandlerMethod handler, List<String> produces) {

    static final String API = "/api/v1";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([A-Za-z0-9_]+)(?::[^/]*)?}");

    /** Everything that is mapped below {@code /api/v1}, sorted by path and method. */
    static List<ApiOperation> of(Map<RequestMappingInfo, HandlerMethod> mappings) {
        var found = new ArrayList<ApiOperation>();
        mappings.forEach((info, handler) -> {
            var produces = info.getProducesCondition().getProducibleMediaTypes().stream()
                    .map(Object::toString)
                    .toList();
            for (var path : info.getPatternValues()) {
                for (var method : info.getMethodsCondition().getMethods()) {
                    var apiOperation = new ApiOperation(
                            method.name(), VARIABLE.matcher(path).replaceAll("{$1}"), handler, produces);
                    if (path.startsWith(API + "/") && !apiOperation.closed()) {
                        found.add(apiOperation);
                    }
                }
            }
        });
        found.sort((a, b) -> (a.path + " " + a.method).compareTo(b.path + " " + b.method));
        return found;
    }

    boolean keyDoor() {
        return keyDoor(path);
    }

    private static boolean keyDoor(String path) {
        return path.startsWith(StoreController.KEY_DOOR + "/");
    }

    boolean staffDoor() {
        return !keyDoor() && allows().isPresent();
    }

    /** The key door shares its controllers with people; what has no scope opens for no key. */
    private boolean closed() {
        return keyDoor() && allows().map(Allows::scope).orElse("").isEmpty();
    }

    /** Whether no credential is needed. */
    boolean open() {
        return !keyDoor() && !staffDoor() && !ofBuyers();
    }

    /** Whether the token of a buyer opens it. */
    boolean ofBuyers() {
        return handler.hasMethodAnnotation(AllowsBuyer.class);
    }

    /** Whether a client may keep the answer and ask later whether it still holds. */
    boolean lasting() {
        return handler.hasMethodAnnotation(CachedResponse.class);
    }

    boolean unsafe() {
        return !SAFE.contains(method);
    }

    /** Whether a repeat with its key gives the first answer again. */
    boolean repeatable() {
        return unsafe() && IdempotencyStore.keeps(handler);
    }

    boolean counted() {
        return !path.startsWith(API + "/webhooks/social");
    }

    /** The headers that its controller reads itself; none of them must be sent. */
    List<String> headers() {
        return Arrays.stream(handler.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .filter(Objects::nonNull)
                .map(RequestHeader::name)
                .toList();
    }

    Optional<Allows> allows() {
        return Optional.ofNullable(handler.getMethodAnnotation(Allows.class));
    }

    Optional<Describes> describes() {
        return Optional.ofNullable(handler.getMethodAnnotation(Describes.class));
    }

    /** The id that is declared; the key door's has something behind it where both doors stand in one document. */
    String id(boolean bothDoors) {
        return declared().getFirst() + (bothDoors && keyDoor() ? "ByKey" : "");
    }

    String tag() {
        return declared().get(1);
    }

    /** What the summary leaves open. */
    String description() {
        return declared().get(2);
    }

    private List<String> declared() {
        var place = path.replace(StoreController.KEY_DOOR + "/", StoreController.STAFF_DOOR + "/")
                .substring(API.length());
        return DocumentTables.of(DocumentTables.OPERATIONS, method + " " + place, "operations.tsv");
    }

    /** Each variable of the path with the kind of id that it holds. */
    Map<String, String> variables() {
        var found = new LinkedHashMap<String, String>();
        var matcher = VARIABLE.matcher(path);
        while (matcher.find()) {
            found.put(matcher.group(1), SchemaNames.reference(path, matcher.group(1)));
        }
        for (var parameter : handler.getMethodParameters()) {
            var variable = parameter.getParameterAnnotation(PathVariable.class);
            var referenceTo = parameter.getParameterAnnotation(ReferenceTo.class);
            if (variable != null && referenceTo != null) {
                var name = variable.value().isEmpty() ? parameter.getParameter().getName() : variable.value();
                found.replace(name, referenceTo.value());
            }
        }
        return found;
    }

    List<Class<?>> queries() {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(QueryParameters.class))
                .<Class<?>>map(MethodParameter::getParameterType)
                .toList();
    }

    boolean paged() {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Paging.class);
    }

    Optional<Class<?>> body() {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(Body.class))
                .<Class<?>>map(BodyResolver::recordOf)
                .findFirst();
    }

    /** The media types of an answer that is no envelope; none where it does not say. */
    List<String> files() {
        return describes()
                .map(Describes::answers)
                .filter(types -> types.length > 0)
                .map(List::of)
                .orElse(produces);
    }

    Optional<RawBody> rawBody() {
        return Optional.ofNullable(handler.getMethodAnnotation(RawBody.class));
    }

    Optional<Upload> upload() {
        return Optional.ofNullable(handler.getMethodAnnotation(Upload.class));
    }

    /** The type of {@code data}; null where the answer is no envelope. */
    @Nullable
    AnnotatedType data() {
        return handler.getMethod().getReturnType() == Answer.class
                        && handler.getMethod().getAnnotatedReturnType() instanceof AnnotatedParameterizedType answer
                ? answer.getAnnotatedActualTypeArguments()[0]
                : null;
    }
}
