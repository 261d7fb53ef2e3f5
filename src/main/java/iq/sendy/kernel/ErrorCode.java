package iq.sendy.kernel;

/** Error code: a constant of an enum that the API says as one of its stable words, such as {@code product.unknown}. */
public interface ErrorCode {

    String code();
}
