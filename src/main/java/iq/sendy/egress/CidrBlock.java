package iq.sendy.egress;

import iq.sendy.platform.url.HostSyntax;
import java.util.regex.Pattern;

/** A block of addresses in CIDR form. */
final class CidrBlock {

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]+)/([0-9]{1,3})");

    private final String text;
    private final byte[] prefix;
    private final int bits;

    private CidrBlock(String text, byte[] prefix, int bits) {
        this.text = text;
        this.prefix = prefix;
        this.bits = bits;
    }

    /** Refuses a block with bits set beyond its length, since it is not clear what was meant. */
    static CidrBlock of(String cidr) {
        var form = FORM.matcher(cidr);
        if (!form.matches()) {
            throw new IllegalArgumentException(cidr + " is not a network");
        }
        var host = form.group(1);
        var read = HostSyntax.read(host.indexOf(':') < 0 ? host : "[" + host + "]");
        var literal = read == null ? null : read.literal();
        var bits = Integer.parseInt(form.group(2));
        if (literal == null || bits > literal.getAddress().length * 8) {
            throw new IllegalArgumentException(cidr + " is not a network");
        }
        var cidrBlock = new CidrBlock(cidr, literal.getAddress(), bits);
        if (!cidrBlock.isWhole()) {
            throw new IllegalArgumentException(cidr + " has bits set beyond its length");
        }
        return cidrBlock;
    }

    /** {@code ::ffff:0:0/96}, which {@code InetAddress} cannot say: it turns what lies inside into IPv4. */
    static CidrBlock ofMapped() {
        var prefix = new byte[16];
        prefix[10] = -1;
        prefix[11] = -1;
        return new CidrBlock("::ffff:0:0/96", prefix, 96);
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            if (bit(address, bit) != bit(prefix, bit)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWhole() {
        for (var bit = bits; bit < prefix.length * 8; bit++) {
            if (bit(prefix, bit) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int bit) {
        return bytes[bit / 8] >> (7 - bit % 8) & 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
