package iq.sendy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way of forging a token that we know of, each by the side of the same token made right. */
@Scenario
class AccessTokenTest {

    private static final String ME = "/api/v1/auth/me";

    @Autowired
    Api api;

    @Autowired
    SigningKeys keys;

    @Autowired
    SignedTokens signedTokens;

    @Autowired
    UuidGenerator ids;

    @Autowired
    MovableClock clock;

    private Api.Reply session;
    private String token = "";
    private ECKey key;

    @BeforeEach
    void sign_in() {
        session = api.post(
                "/api/v1/auth/register",
                Api.object()
                        .put("storeName", "Tokens")
                        .put("ownerName", "Noor")
                        .put("phone", Shop.newPhone())
                        .put("password", Shop.PASSWORD));
        token = session.data("accessToken");
        key = CurrentTenant.in(StoreId.PLATFORM, keys::load).getFirst();
    }

    @AfterEach
    void time_goes_on() {
        clock.reset();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return change.apply(new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet()))
                .build();
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID());
    }

    private String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        var jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private String with(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(header().build(), claims(change), new ECDSASigner(key));
    }

    private void refused(Map<String, String> forged) {
        forged.forEach((what, bad) -> {
            var reply = api.withToken(bad).get(ME);
            assertThat(reply.status()).as(what).isEqualTo(401);
            assertThat(reply.faults()).as(what).containsExactly("auth.invalid");
            assertThat(reply.header("WWW-Authenticate")).as(what).startsWith("Bearer");
        });
    }

    @Test
    void the_same_token_made_anew_is_good_so_that_what_follows_proves_something() throws Exception {
        assertThat(api.withToken(with(claims -> claims)).get(ME).status()).isEqualTo(200);
        var parsed = SignedJWT.parse(token);
        assertThat(parsed.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(parsed.getJWTClaimsSet().getAudience()).containsExactly("SendyClient");
        assertThat(parsed.getJWTClaimsSet().getStringClaim("role")).isEqualTo("store_owner");
        assertThat(parsed.getJWTClaimsSet().getStringClaim("store")).isEqualTo(session.data("store.id"));
        assertThat(parsed.getJWTClaimsSet().getStringListClaim("permissions")).hasSize(43);
    }

    /** Whoever signs it need not verify it, but every other process does. */
    @Test
    void another_process_reads_what_this_one_has_signed_and_reads_the_same() {
        var another = new SignedTokens(keys, ids, clock);
        another.afterSingletonsInstantiated();

        assertThat(another.read(token, AccessTokens.AUDIENCE))
                .isPresent()
                .isEqualTo(signedTokens.read(token, AccessTokens.AUDIENCE));
        assertThat(another.read(forgery(), AccessTokens.AUDIENCE)).isEmpty();
    }

    private String forgery() {
        var last = token.charAt(token.length() - 40);
        return token.substring(0, token.length() - 40)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 39);
    }

    @Test
    void other_algorithms_and_keys_are_refused() throws Exception {
        var claims = claims(c -> c);
        var rsa = new RSAKeyGenerator(2048).generate();
        var stranger = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        var publicKey = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var type = new JOSEObjectType("at+jwt");
        var forged = new LinkedHashMap<String, String>();
        forged.put("alg none", encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + token.split("\\.", -1)[1] + ".");
        forged.put(
                "HS256 with the public key",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .type(type)
                                .keyID(key.getKeyID())
                                .build(),
                        claims,
                        new MACSigner(publicKey)));
        forged.put(
                "RS256",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(type)
                                .keyID(key.getKeyID())
                                .build(),
                        claims,
                        new RSASSASigner(rsa)));
        forged.put("a stranger's key", signed(header().build(), claims, new ECDSASigner(stranger)));
        for (var kid : new String[] {"", "unknown", "../../etc/passwd", "' or 1=1 --"}) {
            forged.put("kid " + kid, signed(header().keyID(kid).build(), claims, new ECDSASigner(key)));
        }
        forged.put(
                "no kid",
                signed(new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).build(), claims, new ECDSASigner(key)));
        forged.put("jwk", signed(header().jwk(stranger.toPublicJWK()).build(), claims, new ECDSASigner(stranger)));
        forged.put(
                "jku",
                signed(header().jwkURL(URI.create("https://evil.example")).build(), claims, new ECDSASigner(key)));
        forged.put(
                "x5u",
                signed(header().x509CertURL(URI.create("https://evil.example")).build(), claims, new ECDSASigner(key)));
        forged.put("typ JWT", signed(header().type(JOSEObjectType.JWT).build(), claims, new ECDSASigner(key)));
        forged.put("no typ", signed(header().type(null).build(), claims, new ECDSASigner(key)));
        refused(forged);
    }

    @Test
    void other_claims_are_refused() throws Exception {
        // What begins in 40 s begins in 30 on a busy machine, and is believed then.
        clock.stop();
        var now = clock.instant();
        var forged = new LinkedHashMap<String, String>();
        forged.put("a buyer's audience", with(c -> c.audience("sendy-storefront-customers")));
        forged.put("no audience", with(c -> c.audience((String) null)));
        forged.put("another issuer", with(c -> c.issuer("somebody")));
        forged.put("no issuer", with(c -> c.issuer(null)));
        forged.put("no subject", with(c -> c.subject(null)));
        forged.put("no uuid", with(c -> c.subject("me")));
        forged.put("no store", with(c -> c.claim("store", null)));
        forged.put(
                "another store",
                with(c -> c.claim("store", java.util.UUID.randomUUID().toString())));
        forged.put("expired", with(c -> c.expirationTime(Date.from(now.minus(Duration.ofSeconds(31))))));
        forged.put("no expiry", with(c -> c.expirationTime(null)));
        forged.put("of the future", with(c -> c.notBeforeTime(Date.from(now.plus(Duration.ofSeconds(40))))));
        forged.put("no beginning", with(c -> c.notBeforeTime(null)));
        refused(forged);
    }

    /** Its signature is verified once; when it holds, and for whom, is asked each time. */
    @Test
    void a_token_that_was_believed_is_looked_at_again() throws Exception {
        clock.stop();
        var now = clock.instant();
        var soon = with(c -> c.notBeforeTime(Date.from(now.plus(Duration.ofSeconds(40)))));
        var forShops = with(c -> c.audience("sendy-storefront-customers"));
        var good = with(c -> c.expirationTime(Date.from(now.plus(Duration.ofMinutes(15)))));
        refused(Map.of("too early", soon, "for a buyer", forShops));
        refused(Map.of("too early, once more", soon, "for a buyer, once more", forShops));
        clock.advance(Duration.ofSeconds(11));
        assertThat(api.withToken(soon).get(ME).status()).isEqualTo(200);
        assertThat(api.withToken(good).get(ME).status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(15));
        assertThat(api.withToken(good).get(ME).status()).as("within the leeway").isEqualTo(200);
        clock.advance(Duration.ofSeconds(20));
        refused(Map.of("too late", good));
    }

    @Test
    void other_spellings_are_refused() throws Exception {
        var parts = token.split("\\.", -1);
        var signature = Base64.getUrlDecoder().decode(parts[2]);
        var body = parts[0] + "." + parts[1] + ".";
        var zeroR = signature.clone();
        Arrays.fill(zeroR, 0, 32, (byte) 0);
        var zeroS = signature.clone();
        Arrays.fill(zeroS, 32, 64, (byte) 0);
        var forged = new LinkedHashMap<String, String>();
        forged.put("truncated", token.substring(0, token.length() - 4));
        forged.put("padded", token + "==");
        forged.put("DER", body + Base64URL.encode(ECDSA.transcodeSignatureToDER(signature)));
        forged.put("r = 0", body + Base64URL.encode(zeroR));
        forged.put("s = 0", body + Base64URL.encode(zeroS));
        forged.put("all zero", body + Base64URL.encode(new byte[64]));
        forged.put("no signature", body);
        forged.put("another payload", parts[0] + "." + encode("{\"sub\":\"x\"}") + "." + parts[2]);
        forged.put("two parts", parts[0] + "." + parts[1]);
        forged.put("garbage", "garbage");
        forged.put("a refresh token", session.data("refreshToken"));
        refused(forged);
    }

    @Test
    void a_token_and_a_key_open_their_own_doors_alone() {
        var shop = Shop.opens(api);
        var apiKey = shop.mints("orders:read");

        assertThat(api.withToken(apiKey).get(Api.STAFF + "/orders").faults()).containsExactly("auth.invalid");
        assertThat(api.withKey(token).get(Api.KEYS + "/orders").faults()).containsExactly("auth.invalid");
        assertThat(api.withKey(apiKey).get(Api.STAFF + "/orders").faults()).containsExactly("auth.required");
        assertThat(api.withToken(token).get(Api.KEYS + "/orders").faults()).containsExactly("auth.required");
        assertThat(api.withHeader("Authorization", "Basic eDp5").get(ME).faults())
                .containsExactly("auth.invalid");
    }

    private static String encode(String json) {
        return Base64URL.encode(json).toString();
    }
}
