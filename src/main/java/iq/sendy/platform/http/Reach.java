package iq.sendy.platform.http;

/** How far a request may go: plain http and privileged ports stay inside the networks that the operator opened. */
enum Reach {
    PUBLIC,
    OPENED_ONLY
}
